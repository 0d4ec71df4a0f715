package dev.paycode.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Rules for habits that a compiler lets pass. */
public final class CodingRules {

  private CodingRules() {}

  /** The rule that nobody but the application uses System.out, System.err or printStackTrace. */
  public static ArchRule onlyTheApplicationPrints(Hexagon hexagon) {
    return new Law(
        noClasses()
            .that()
            .resideOutsideOfPackages(hexagon.all(Part.APPLICATION).toArray(String[]::new))
            .should(ACCESS_STANDARD_STREAMS)
            .as("Only the application prints")
            .because("a library's output ends in somebody else's pipe, with who knows what in it"),
        "a line for debugging stayed in, or a failure is printed because nobody handles it",
        "return the fact as a value, tell a listener, or throw");
  }

  /**
   * The rule that static fields hold nothing that changes: they are final, not of a type made to
   * change, not filled by a mutable collection in the static initializer, and arrays are private.
   */
  public static ArchRule nothingStaticChanges() {
    return new Law(
        Facts.noneOutside(List.of(), MutableStatics::of)
            .as("Nothing static changes")
            .because("all callers, threads and tests of a process would share it unawares"),
        "a cache, a counter or a setting was kept where it is easiest to reach",
        "hold it in an object that is handed on; make a constant by List.of, Set.of or Map.of");
  }
}
