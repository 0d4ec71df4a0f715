package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.request.CustomerId;
import dev.paycode.result.SpecifiedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedCustomerTest {

  @ParameterizedTest
  @EnumSource
  void every_script_is_found_by_its_id_with_or_without_a_name(ScriptedCustomer scripted) {
    assertThat(ScriptedCustomer.of(CustomerId.parse(scripted.customerId()))).contains(scripted);
    assertThat(ScriptedCustomer.of(CustomerId.parse(scripted.customerId() + ".a")))
        .contains(scripted);
  }

  @ParameterizedTest
  @EnumSource
  void every_script_says_what_it_does(ScriptedCustomer scripted) {
    assertThat(scripted.meaning()).isNotBlank();
    assertThat(scripted.customerId()).matches("sandbox-[A-Z0-9_-]+");
  }

  @ParameterizedTest
  @EnumSource
  void every_specified_result_code_has_a_script(SpecifiedCode code) {
    assertThat(Arrays.stream(ScriptedCustomer.values()).map(ScriptedCustomer::customerId))
        .contains("sandbox-" + code.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-", "sandbox-UNSIGEND", "sandbox-UNSIGNED2", "sandbox-unsigned"})
  void a_misspelt_script_is_told_so(String id) {
    assertThat(ScriptedCustomer.of(CustomerId.parse(id))).isEmpty();
    assertThat(ScriptedCustomer.scriptFor(CustomerId.parse(id)).name()).isEqualTo("PARAM_ILLEGAL");
  }

  @Test
  void the_guide_has_all_of_them_in_its_table() throws IOException {
    assertThat(Files.readAllLines(Path.of("..", "docs", "testing-with-the-sandbox.md")))
        .filteredOn(line -> line.startsWith("| `sandbox-"))
        .containsExactlyElementsOf(
            Arrays.stream(ScriptedCustomer.values())
                .map(each -> "| `" + each.customerId() + "` | " + each.meaning() + " |")
                .toList());
  }

  @Test
  void other_customers_mean_no_script() {
    assertThat(ScriptedCustomer.scriptFor(CustomerId.parse("UNSIGNED")).name())
        .isEqualTo("SUCCESS");
  }
}
