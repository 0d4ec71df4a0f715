package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.request.CustomerId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Ledger ledger = new Ledger(2);

  @Test
  void a_code_is_entered_once() {
    assertThat(ledger.enter(issuanceOf("2810060200000000000000001"))).isTrue();
    assertThat(ledger.enter(issuanceOf("2810060200000000000000001"))).isFalse();
    assertThat(ledger.issued()).hasSize(1);
  }

  @Test
  void a_full_ledger_drops_the_oldest() {
    ledger.enter(issuanceOf("2810060200000000000000001"));
    ledger.enter(issuanceOf("2810060200000000000000002"));
    ledger.enter(issuanceOf("2810060200000000000000003"));
    assertThat(ledger.issued())
        .containsExactly(
            issuanceOf("2810060200000000000000002"), issuanceOf("2810060200000000000000003"));
  }

  @Test
  void a_code_is_found_by_its_digits() {
    ledger.enter(issuanceOf("2810060200000000000000001"));

    assertThat(ledger.find(PaymentCode.parse("2810060200000000000000001")))
        .contains(issuanceOf("2810060200000000000000001"));
    assertThat(ledger.find(PaymentCode.parse("2810060200000000000000002"))).isEmpty();
  }

  @Test
  void the_ledger_can_be_read_while_it_is_written() {
    Ledger shared = new Ledger(10_000);
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(
            number -> {
              shared.enter(issuanceOf(String.format("281006%018d", number)));
              assertThat(shared.issued()).isNotEmpty();
            });
    assertThat(shared.issued()).hasSize(2_000);
  }

  @Test
  void a_line_masks_its_code_and_its_customer() {
    assertThat(issuanceOf("2810060200000000000000001").toString())
        .doesNotContain("281006")
        .doesNotContain("alice");
  }

  private static Issuance issuanceOf(String digits) {
    Instant now = Instant.parse("2024-06-01T12:00:00Z");
    return new Issuance(
        CustomerId.parse("alice"),
        IssuedCode.of(PaymentCode.parse(digits), ValidityWindow.between(now, now.plusSeconds(60))),
        now,
        1,
        "SUCCESS");
  }
}
