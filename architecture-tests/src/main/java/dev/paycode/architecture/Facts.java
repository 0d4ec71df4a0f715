package dev.paycode.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules made of a search for facts that break them. */
final class Facts {

  private Facts() {}

  /**
   * The rule that the search finds nothing in classes of these packages. Where none were declared
   * it holds; where they were, but are empty, it does not.
   */
  static ArchRule noneIn(List<String> packages, Function<JavaClass, Stream<String>> search) {
    return classes()
        .that(Hexagon.in(packages))
        .should(findNothingBy(search))
        .allowEmptyShould(packages.isEmpty());
  }

  /** The rule that the search finds nothing in classes outside these packages. */
  static ArchRule noneOutside(List<String> packages, Function<JavaClass, Stream<String>> search) {
    return classes()
        .that(DescribedPredicate.not(Hexagon.in(packages)))
        .should(findNothingBy(search));
  }

  private static ArchCondition<JavaClass> findNothingBy(
      Function<JavaClass, Stream<String>> search) {
    return new ArchCondition<>("have no such thing") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        search.apply(item).sorted().forEach(fact -> events.add(violated(item, fact)));
      }
    };
  }
}
