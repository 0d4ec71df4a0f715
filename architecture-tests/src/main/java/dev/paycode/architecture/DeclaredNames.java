package dev.paycode.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The condition on all classes together that nothing declared is missing among them. */
final class DeclaredNames extends ArchCondition<JavaClass> {

  private static final List<Part> PACKAGES =
      List.of(
          Part.DOMAIN,
          Part.PORTS_OUT,
          Part.PORTS_IN,
          Part.USE_CASES,
          Part.ADAPTERS,
          Part.APPLICATION);

  private static final List<Part> TYPES = List.of(Part.PUBLIC_TYPES, Part.SECRETS);

  private final Hexagon hexagon;
  private Set<String> packages = Set.of();
  private Set<String> types = Set.of();

  DeclaredNames(Hexagon hexagon) {
    super("be all that the description names");
    this.hexagon = hexagon;
  }

  @Override
  public void init(Collection<JavaClass> all) {
    packages = all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    types = all.stream().map(JavaClass::getName).collect(Collectors.toSet());
  }

  @Override
  public void check(JavaClass one, ConditionEvents events) {
    // one class alone proves nothing; see finish
  }

  @Override
  public void finish(ConditionEvents events) {
    Stream.of(missingPackages(), missingTypes(), missingMakers())
        .flatMap(missing -> missing)
        .forEach(fact -> events.add(violated(hexagon, fact)));
  }

  private Stream<String> missingPackages() {
    return PACKAGES.stream()
        .flatMap(
            part ->
                hexagon.all(part).stream()
                    .filter(name -> packages.stream().noneMatch(PackageMatcher.of(name)::matches))
                    .map(name -> "No class is in <" + name + ">, declared as a " + part.meaning()));
  }

  private Stream<String> missingTypes() {
    return TYPES.stream()
        .flatMap(part -> hexagon.all(part).stream().map(name -> Map.entry(name, part)))
        .filter(named -> !types.contains(named.getKey()))
        .map(
            named ->
                "There is no <"
                    + named.getKey()
                    + ">, declared as a "
                    + named.getValue().meaning());
  }

  private Stream<String> missingMakers() {
    return hexagon.makers().entrySet().stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream()))
        .filter(name -> !types.contains(name))
        .map(name -> "There is no <" + name + ">, declared as a guarded type or its maker");
  }
}
