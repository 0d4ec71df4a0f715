package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.code;
import static dev.paycode.contract.Fixtures.holder;
import static dev.paycode.contract.Fixtures.request;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.persistence.DroppedRow.Reason;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.Region;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
  private static final StoreKeys KEYS = StoreKeys.generate();

  private final List<DroppedRow> dropped = new ArrayList<>();
  private final Sealing sealing = Sealing.with(KEYS, "wallet", dropped::add);
  private final String lookup = sealing.lookup(anyHolder());
  private final CodeSchedule tenCodes =
      CodeSchedule.empty().refilled(schedule(1, 10, NOON), 7).without(code(3));

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void opening_inverts_sealing(@ForAll("schedules") CodeSchedule schedule, @ForAll long version) {
    byte[] sealed = sealing.seal(lookup, version, schedule);

    assertThat(sealing.open(lookup, version, sealed)).hasValue(schedule);
    assertThat(dropped).isEmpty();
  }

  @Provide
  static Arbitrary<CodeSchedule> schedules() {
    Arbitrary<List<IssuedCode>> codes = codes().list().ofMaxSize(12);
    return Combinators.combine(codes, codes, Arbitraries.longs().greaterOrEqual(0))
        .as(CodeSchedule::restore);
  }

  private static Arbitrary<IssuedCode> codes() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(16).ofMaxLength(32);
    Arbitrary<Instant> starts =
        Arbitraries.longs().between(0, 1_000_000_000_000L).map(n -> NOON.plusNanos(n));
    return Combinators.combine(digits, starts, Arbitraries.longs().between(1, 600_000_000_000L))
        .as(
            (text, start, nanos) ->
                IssuedCode.of(
                    PaymentCode.parse(text),
                    ValidityWindow.between(start, start.plusNanos(nanos))));
  }

  @Test
  void no_single_bit_can_be_flipped() {
    byte[] sealed = sealing.seal(lookup, 1, tenCodes);

    assertThat(IntStream.range(0, sealed.length * Byte.SIZE))
        .allSatisfy(bit -> assertThat(sealing.open(lookup, 1, flipped(sealed, bit))).isEmpty());
    assertThat(dropped).hasSize(sealed.length * Byte.SIZE);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    return flipped;
  }

  @Test
  void nothing_can_be_cut_off_or_added() {
    byte[] sealed = sealing.seal(lookup, 1, tenCodes);

    assertThat(IntStream.range(0, sealed.length + 10).filter(length -> length != sealed.length))
        .allSatisfy(
            length -> assertThat(sealing.open(lookup, 1, Arrays.copyOf(sealed, length))).isEmpty());
  }

  @Test
  void a_row_moved_to_another_holder_does_not_open() {
    byte[] sealed = sealing.seal(lookup, 1, tenCodes);
    String other = sealing.lookup(holder("customer-2", "device-1"));

    assertThat(sealing.open(other, 1, sealed)).isEmpty();
    assertThat(dropped).containsExactly(new DroppedRow(other, Reason.ALTERED));
  }

  @Test
  void a_row_of_another_version_does_not_open() {
    assertThat(sealing.open(lookup, 2, sealing.seal(lookup, 1, tenCodes))).isEmpty();
    assertThat(dropped).containsExactly(new DroppedRow(lookup, Reason.ALTERED));
  }

  @Test
  void a_row_sealed_by_foreign_keys_does_not_open_and_the_report_says_why() {
    Sealing foreign = Sealing.with(StoreKeys.generate(), "wallet", dropped::add);

    assertThat(sealing.open(lookup, 1, foreign.seal(lookup, 1, tenCodes))).isEmpty();
    assertThat(dropped).containsExactly(new DroppedRow(lookup, Reason.UNKNOWN_KEY));
  }

  @Test
  void a_row_in_a_format_of_the_future_does_not_open_and_the_report_says_why() throws Exception {
    byte[] future = ScheduleFormat.write(tenCodes);
    future[0]++;
    byte[] sealed = KEYS.aead().encrypt(future, placeOf(lookup));

    assertThat(sealing.open(lookup, 1, sealed)).isEmpty();
    assertThat(dropped).containsExactly(new DroppedRow(lookup, Reason.UNKNOWN_FORMAT));
  }

  @Test
  void bytes_after_the_schedule_are_no_known_format() throws Exception {
    byte[] longer = ScheduleFormat.write(tenCodes);
    byte[] sealed = KEYS.aead().encrypt(Arrays.copyOf(longer, longer.length + 1), placeOf(lookup));

    assertThat(sealing.open(lookup, 1, sealed)).isEmpty();
  }

  private static byte[] placeOf(String row) {
    return ("\0\0\0\0\0\0\0\1" + row).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_listener_that_throws_alters_nothing() {
    Sealing told =
        Sealing.with(
            KEYS,
            "wallet",
            row -> {
              throw new IllegalStateException("the listener failed");
            });

    assertThat(told.open(lookup, 1, new byte[0])).isEmpty();
  }

  @Test
  void the_same_schedule_never_looks_the_same_twice() {
    assertThat(sealing.seal(lookup, 1, tenCodes)).isNotEqualTo(sealing.seal(lookup, 1, tenCodes));
  }

  @Test
  void neither_code_nor_customer_is_to_be_seen() {
    byte[] sealed = sealing.seal(lookup, 1, tenCodes);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(code(1).reveal(), "customer-1");
    assertThat(lookup).doesNotContain("customer").matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void a_holder_is_always_looked_up_by_the_same_text() {
    assertThat(Sealing.with(KEYS, "wallet", row -> {}).lookup(anyHolder())).isEqualTo(lookup);
  }

  @Test
  void holders_and_scopes_that_differ_in_anything_have_another_look_up() {
    List<CodeHolder> holders =
        List.of(
            holder("customer-1", "device-1"),
            holder("customer-1", "device-11"),
            holder("customer-11", "device-1"),
            request("customer-1", "device-1").in(Region.parse("JP")).holder(),
            request("customer-1", "device-1").in(Region.parse("CN")).holder());
    List<String> lookups = new ArrayList<>(holders.stream().map(sealing::lookup).toList());
    lookups.add(Sealing.with(KEYS, "other", row -> {}).lookup(holders.get(0)));
    lookups.add(Sealing.with(StoreKeys.generate(), "wallet", row -> {}).lookup(holders.get(0)));

    assertThat(lookups).doesNotHaveDuplicates();
  }
}
