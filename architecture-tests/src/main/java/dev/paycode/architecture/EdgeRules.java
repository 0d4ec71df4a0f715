package dev.paycode.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Rules for what surrounds the domain: ports, adapters and the application. */
public final class EdgeRules {

  private EdgeRules() {}

  /** The rule that packages of ports hold interfaces, and the values and failures they exchange. */
  public static ArchRule portsAreInterfaces(Hexagon hexagon) {
    return new Law(
        Facts.noneIn(hexagon.all(Part.PORTS_IN, Part.PORTS_OUT), PortTypes::withBehaviour)
            .as("Ports are interfaces, beside the records, enums and exceptions they exchange")
            .because("a class in a port ties everybody on either side of it to one implementation"),
        "a helper or a base class for adapters was put where all adapters see it",
        "move behaviour into the domain, a use case or an adapter; make a value a record");
  }

  /** The rule that signatures in ports name types of the core, and what ports may speak of. */
  public static ArchRule portsSpeakTheLanguageOfTheCore(Hexagon hexagon) {
    List<String> words = hexagon.all(Part.PORTS_MAY_SPEAK);
    List<String> foreign = words.isEmpty() ? hexagon.all(Part.CORE_MAY_USE) : words;
    PortTypes ports =
        new PortTypes(
            Hexagon.in(Stream.concat(hexagon.core().stream(), foreign.stream()).toList()));
    return new Law(
        Facts.noneIn(hexagon.all(Part.PORTS_IN, Part.PORTS_OUT), ports::foreignWords)
            .as("Ports speak the language of the core")
            .because("a port that names a technology cannot be served by another one"),
        "a stream, a path, a result set or a client's type is handed through a port",
        "say what is meant by a type of the domain, and translate in the adapter");
  }

  /** The rule that no adapter uses another. */
  public static ArchRule adaptersDoNotKnowEachOther(Hexagon hexagon) {
    List<PackageMatcher> adapters =
        hexagon.all(Part.ADAPTERS).stream().map(PackageMatcher::of).toList();
    return new Law(
        Facts.noneIn(hexagon.all(Part.ADAPTERS), origin -> neighbours(origin, adapters))
            .as("Adapters meet only in the core's ports")
            .because("an adapter that knows another cannot be replaced, tested or left out alone"),
        "one adapter borrowed a helper, or calls another instead of its port",
        "take the port as a constructor argument; move what both need into the core, or copy it");
  }

  private static Stream<String> neighbours(JavaClass origin, List<PackageMatcher> adapters) {
    List<PackageMatcher> others =
        adapters.stream().filter(one -> !one.matches(origin.getPackageName())).toList();
    return origin.getDirectDependenciesFromSelf().stream()
        .filter(
            each -> {
              String target = each.getTargetClass().getBaseComponentType().getPackageName();
              return others.stream().anyMatch(other -> other.matches(target));
            })
        .map(each -> each.getDescription());
  }

  /** The rule that adapters use neither the services behind the ports nor the application. */
  public static ArchRule adaptersUseDomainAndPortsOnly(Hexagon hexagon) {
    return new Law(
        noClasses()
            .that(Hexagon.in(hexagon.all(Part.ADAPTERS)))
            .should()
            .dependOnClassesThat(Hexagon.in(hexagon.all(Part.USE_CASES, Part.APPLICATION)))
            .allowEmptyShould(hexagon.all(Part.ADAPTERS).isEmpty())
            .as("Adapters use the domain and the ports, not what stands behind them")
            .because("use cases and the wiring must be free to change without any adapter"),
        "an adapter makes its own service, or reads the application's settings",
        "take the incoming port, or the plain setting, as a constructor argument");
  }

  /** The rule that the public types of adapters are the declared ones. */
  public static ArchRule adaptersShowDeclaredTypesOnly(Hexagon hexagon) {
    List<String> declared = hexagon.all(Part.PUBLIC_TYPES);
    return new Law(
        Facts.noneIn(hexagon.all(Part.ADAPTERS), type -> undeclared(type, declared))
            .as("Adapters show only the types that are declared public")
            .because("every public type is a promise to others that is hard to take back"),
        "\"public\" was written from habit, or for a test in another package",
        "make the type package-private, or declare it by Hexagon.publicTypes");
  }

  private static Stream<String> undeclared(JavaClass type, List<String> declared) {
    boolean isShown = type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    return isShown && !declared.contains(type.getName())
        ? Stream.of(type.getDescription() + " is public in " + type.getSourceCodeLocation())
        : Stream.empty();
  }

  /** The rule that only the application uses a wiring framework. */
  public static ArchRule onlyTheApplicationWires(Hexagon hexagon) {
    return new Law(
        noClasses()
            .that()
            .resideOutsideOfPackages(hexagon.all(Part.APPLICATION).toArray(String[]::new))
            .should()
            .dependOnClassesThat(Hexagon.in(hexagon.all(Part.WIRING)))
            .as("Only the application wires")
            .because("whoever uses another framework, or none, must not have to carry this one"),
        "an annotation of the framework on a constructor, a module class beside an adapter",
        "offer a static factory or a builder, and wire it in the application");
  }
}
