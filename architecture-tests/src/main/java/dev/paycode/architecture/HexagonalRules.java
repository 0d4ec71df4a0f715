package dev.paycode.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * The rules of a hexagonal architecture for any root packages.
 *
 * <pre>{@code
 * @ArchTest
 * static final ArchRule core_is_pure =
 *     HexagonalRules.coreDependsOnlyOn(CORE, "java.lang..", "java.time..", "java.util..");
 * }</pre>
 *
 * Package identifiers are ArchUnit's: {@code ..} stands for any number of packages.
 */
public final class HexagonalRules {

  private HexagonalRules() {}

  /**
   * The rule that the core depends on itself and the named packages only, annotations included.
   *
   * @param core the packages of the core
   * @param allowed what else it may use: name the JDK's packages one by one, so that a new one is a
   *     decision
   */
  public static ArchRule coreDependsOnlyOn(String[] core, String... allowed) {
    return classes()
        .that()
        .resideInAnyPackage(core)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(joined(core, allowed))
        .as("The core depends on itself and the JDK only")
        .because("whoever embeds the core alone must get no other library with it");
  }

  /**
   * The rule that adapters do not know each other.
   *
   * @param adapters the adapters' common parent with the part that names one in parentheses, such
   *     as {@code "org.example.adapter.(*).."}
   */
  public static ArchRule adaptersMeetOnlyInPorts(String adapters) {
    return slices()
        .matching(adapters)
        .should()
        .notDependOnEachOther()
        .as("Adapters meet only in the core's ports")
        .because("an adapter that knows another cannot be replaced alone");
  }

  /**
   * The rule that a wiring framework is used in the application only.
   *
   * @param application the packages of the application
   * @param framework the packages of the framework and its annotations
   */
  public static ArchRule wiringOnlyIn(String[] application, String... framework) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(application)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(framework)
        .as("Only the application wires")
        .because(
            "whoever uses an adapter with another framework, or none, must not carry this one");
  }

  private static String[] joined(String[] some, String[] more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
