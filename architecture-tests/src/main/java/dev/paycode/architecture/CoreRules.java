package dev.paycode.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules for the core: domain, ports and use cases. */
public final class CoreRules {

  private CoreRules() {}

  /**
   * The rule that the core depends on itself and on what it may use. It is a list of what is
   * allowed, so a misspelt name in it fails, and an annotation counts as much as an import.
   * Annotations that leave no trace in the class file cannot be seen.
   *
   * @throws IllegalArgumentException if the hexagon does not say what its core may use
   */
  public static ArchRule coreIsPure(Hexagon hexagon) {
    List<String> allowed = hexagon.all(Part.CORE_MAY_USE);
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException(
          "What may the core use? Say so by Hexagon.coreMayUse, at least \"java.lang\"");
    }
    return new Law(
        classes()
            .that(Hexagon.in(hexagon.core()))
            .should()
            .onlyDependOnClassesThat(
                Hexagon.in(Stream.concat(hexagon.core().stream(), allowed.stream()).toList()))
            .as("The core depends on itself and on what it may use, and on nothing else")
            .because("whoever embeds the core alone must get no library and no I/O with it"),
        "an annotation or a type of a library, or of an adapter, came in with a new line of code",
        "put that code behind a port, or allow the package on purpose by Hexagon.coreMayUse");
  }

  /** The rule that packages of the core use only those declared before them. */
  public static ArchRule importsRunUpwards(Hexagon hexagon) {
    List<PackageMatcher> order = hexagon.core().stream().map(PackageMatcher::of).toList();
    return new Law(
        Facts.noneIn(hexagon.core(), origin -> downwards(origin, order))
            .as("Inside the core, imports run only upwards in the declared order of packages")
            .because("what stands above must be understood, tested and used without what is below"),
        "a type stands in the wrong package, or a value was given a method that is a service's",
        "move the method to where its types are, or change the declared order on purpose");
  }

  private static Stream<String> downwards(JavaClass origin, List<PackageMatcher> order) {
    int place = place(origin, order);
    return origin.getDirectDependenciesFromSelf().stream()
        .filter(each -> place(each.getTargetClass().getBaseComponentType(), order) > place)
        .map(each -> each.getDescription());
  }

  private static int place(JavaClass type, List<PackageMatcher> order) {
    return IntStream.range(0, order.size())
        .filter(i -> order.get(i).matches(type.getPackageName()))
        .findFirst()
        .orElse(-1);
  }

  /** The rule that no packages, of the core or around it, depend on each other in a ring. */
  public static ArchRule packagesFormNoCycle() {
    return new Law(
        slices()
            .assignedFrom(new ByPackage())
            .should()
            .beFreeOfCycles()
            .as("Packages form no cycle")
            .because("packages in a ring can only be understood, changed and released as one"),
        "a helper was put beside its user instead of below it, or two packages are really one",
        "turn one dependency round by an interface, move the type that both need, or join them");
  }

  /** Each package is a slice of its own. */
  private static final class ByPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  /** The rule that the core reads no clock, throws no dice and does not sleep. */
  public static ArchRule coreHasNeitherClockNorDice(Hexagon hexagon) {
    return new Law(
        Facts.noneIn(hexagon.core(), ClockAndDice::usedBy)
            .as("The core takes time and chance from its caller, never from the system")
            .because(
                "what reads a clock by itself cannot be tested at midnight, nor without waiting"),
        "Instant.now(), a random id or a pause where a parameter was due",
        "take an Instant, an InstantSource or a supplier as an argument");
  }
}
