package dev.paycode.architecture;

import static dev.paycode.architecture.Fixture.ROOT;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRuleBitesTest {

  private static final Pattern POSITION = Pattern.compile(" in \\(\\w+\\.java:\\d+\\)");

  static List<Breach> breaches() {
    return Breaches.ALL;
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void a_breach_is_found_by_its_rule_and_by_no_other(Breach breach) {
    assertThat(violations(breach.hexagon(), Fixture.withSound(breach.spoilt())))
        .isEqualTo(Map.of(breach.law(), breach.facts()));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void a_failure_names_the_law_the_harm_the_fact_the_causes_and_the_remedy(Breach breach) {
    JavaClasses classes = Fixture.withSound(breach.spoilt());
    ArchRule broken =
        HexagonalRules.of(breach.hexagon()).stream()
            .filter(rule -> law(rule).equals(breach.law()))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(() -> broken.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            breach.law() + ", because ",
            broken.evaluate(classes).getFailureReport().getDetails().get(0),
            "\nLikely causes: ",
            "\nRemedy: ");
  }

  @Test
  void every_rule_has_a_breach() {
    assertThat(breaches())
        .extracting(Breach::law)
        .containsExactlyElementsOf(
            HexagonalRules.of(Fixture.hexagon()).stream().map(EveryRuleBitesTest::law).toList());
  }

  @Test
  void a_sound_hexagon_breaks_no_rule() {
    assertThat(violations(Fixture.hexagon(), Fixture.withSound())).isEmpty();
  }

  @Test
  void a_hexagon_of_which_only_the_domain_is_described_breaks_no_rule() {
    Hexagon domain = Hexagon.around(ROOT + "sound.money").coreMayUse("java.lang..");

    assertThat(violations(domain, Fixture.only("sound.money"))).isEmpty();
  }

  private static Map<String, List<String>> violations(Hexagon hexagon, JavaClasses classes) {
    return HexagonalRules.of(hexagon).stream()
        .map(rule -> Map.entry(law(rule), facts(rule, classes)))
        .filter(found -> !found.getValue().isEmpty())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String law(ArchRule rule) {
    return rule.getDescription().replaceFirst(", because .*", "");
  }

  private static List<String> facts(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails().stream()
        .map(fact -> POSITION.matcher(fact.replace(ROOT, "")).replaceAll(""))
        .toList();
  }
}
