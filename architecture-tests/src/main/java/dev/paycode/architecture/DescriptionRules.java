package dev.paycode.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Rules that the description of a hexagon is true, without which the others prove little. */
public final class DescriptionRules {

  private DescriptionRules() {}

  /** The rule that every package has classes and every type exists, if the hexagon names it. */
  public static ArchRule everyDeclaredNameExists(Hexagon hexagon) {
    return new Law(
        classes()
            .should(new DeclaredNames(hexagon))
            .as("Every package and type that the description names exists")
            .because("a rule about a misspelt package is green for ever"),
        "a name is misspelt, a package was moved, or a module is missing on the class path",
        "correct the name in the Hexagon, or import the module's classes, too");
  }

  /** The rule that every imported class is in a package that the hexagon names. */
  public static ArchRule everyClassHasItsPlace(Hexagon hexagon) {
    List<String> places =
        Stream.concat(
                hexagon.core().stream(), hexagon.all(Part.ADAPTERS, Part.APPLICATION).stream())
            .toList();
    return new Law(
        classes()
            .should()
            .resideInAnyPackage(places.toArray(String[]::new))
            .as("Every class is in one of the declared packages")
            .because("in a package that nobody thought of, most rules do not hold"),
        "a new package, often called util or common, or classes of tests among those imported",
        "move the class where it belongs, or give its package a part in the Hexagon");
  }
}
