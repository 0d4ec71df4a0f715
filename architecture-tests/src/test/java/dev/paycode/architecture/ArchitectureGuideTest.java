package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page docs/architecture.md tells of everything that there is. */
class ArchitectureGuideTest {

  static Stream<String> rules() {
    return Stream.of(
            DescriptionRules.class,
            CoreRules.class,
            EdgeRules.class,
            SafetyRules.class,
            CodingRules.class)
        .flatMap(rules -> Arrays.stream(rules.getDeclaredMethods()))
        .filter(method -> method.getReturnType() == ArchRule.class)
        .map(Method::getName)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_is_told_of(String rule) throws IOException {
    assertThat(guide()).contains("| `" + rule + "` | ");
  }

  @Test
  void every_rule_is_among_those_that_are_run() {
    assertThat(HexagonalRules.of(Paycode.HEXAGON)).hasSize((int) rules().count());
  }

  @Test
  void every_decision_is_linked() throws IOException {
    try (Stream<Path> decisions = Files.list(Paycode.file("docs", "decisions"))) {
      assertThat(decisions.map(file -> "](decisions/" + file.getFileName() + ")"))
          .isNotEmpty()
          .allMatch(guide()::contains);
    }
  }

  private static String guide() throws IOException {
    return Files.readString(Paycode.file("docs", "architecture.md"));
  }
}
