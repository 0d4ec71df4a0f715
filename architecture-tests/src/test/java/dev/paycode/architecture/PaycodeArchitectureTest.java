package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules, as they bind this project. */
class PaycodeArchitectureTest {

  @TestFactory
  Stream<DynamicTest> architecture() {
    return HexagonalRules.of(Paycode.HEXAGON).stream()
        .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(Paycode.CLASSES)));
  }

  /** A misspelt framework would be forbidden in vain. */
  @Test
  void the_application_wires_with_a_framework_that_is_forbidden_elsewhere() {
    assertThat(Paycode.CLASSES)
        .filteredOn(Hexagon.in(Paycode.HEXAGON.all(Part.APPLICATION)))
        .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
        .extracting(dependency -> dependency.getTargetClass())
        .anyMatch(Hexagon.in(Paycode.HEXAGON.all(Part.WIRING)));
  }
}
