package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.request.CustomerId;
import dev.paycode.result.SpecifiedCode;
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
  void a_misspelt_script_is_none(String id) {
    assertThat(ScriptedCustomer.isMeantBy(CustomerId.parse(id))).isTrue();
    assertThat(ScriptedCustomer.of(CustomerId.parse(id))).isEmpty();
  }

  @Test
  void other_customers_mean_no_script() {
    assertThat(ScriptedCustomer.isMeantBy(CustomerId.parse("UNSIGNED"))).isFalse();
  }
}
