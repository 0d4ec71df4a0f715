package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SigningKeyScheduleTest {

  private static final KeyVersion SECOND = KeyVersion.parse("2");
  private static final Instant SWITCH = Instant.parse("2024-06-01T00:00:00Z");
  private static final PrivateKey OLD = Keys.OURS.getPrivate();
  private static final PrivateKey NEW = Keys.ALIPAY_PLUS.getPrivate();
  private static final SigningKeySchedule SCHEDULE =
      SigningKeySchedule.of(OLD, KeyVersion.FIRST).from(SWITCH, NEW, SECOND);

  private final AtomicReference<Instant> now = new AtomicReference<>(SWITCH);
  private final RsaSigner signer = RsaSigner.of(SCHEDULE, now::get);

  @Test
  void the_old_key_signs_until_the_instant_before_the_switch() {
    assertThat(signedAt(Instant.EPOCH)).isEqualTo(KeyVersion.FIRST);
    assertThat(signedAt(SWITCH.minusNanos(1))).isEqualTo(KeyVersion.FIRST);
  }

  @Test
  void the_new_key_signs_from_the_switch_on() {
    assertThat(signedAt(SWITCH)).isEqualTo(SECOND);
    assertThat(signedAt(Instant.MAX)).isEqualTo(SECOND);
  }

  @Test
  void a_clock_that_is_set_back_brings_the_old_key_back() {
    assertThat(signedAt(SWITCH)).isEqualTo(SECOND);
    assertThat(signedAt(SWITCH.minusSeconds(1))).isEqualTo(KeyVersion.FIRST);
  }

  /** The version in the header, after that version's key has verified the signature. */
  private KeyVersion signedAt(Instant instant) {
    now.set(instant);
    SignatureHeader header = signer.sign(anyContent());
    KeyVersion version = header.keyVersion().orElseThrow();
    Map<KeyVersion, PublicKey> keys =
        Map.of(KeyVersion.FIRST, Keys.OURS.getPublic(), SECOND, Keys.ALIPAY_PLUS.getPublic());
    assertThat(RsaVerifier.of(keys).verify(anyContent(), header))
        .isEqualTo(new Verdict.Verified(version));
    return version;
  }

  @Test
  void a_key_whose_turn_has_not_come_is_tried_already() {
    PrivateKey weak = Keys.rsa(1024, BigInteger.valueOf(65_537)).getPrivate();
    SigningKeySchedule schedule =
        SigningKeySchedule.of(OLD, KeyVersion.FIRST).from(SWITCH, weak, SECOND);
    assertThatThrownBy(() -> RsaSigner.of(schedule, () -> Instant.EPOCH))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("1024 bits");
  }

  @Test
  void keys_come_in_the_order_in_which_they_begin() {
    assertThatThrownBy(() -> SCHEDULE.from(SWITCH, OLD, KeyVersion.parse("3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the key that begins at 2024-06-01T00:00:00Z is not later than the one that begins at"
                + " 2024-06-01T00:00:00Z; add keys in the order in which they begin");
  }

  @Test
  void no_two_keys_have_the_same_version() {
    assertThatThrownBy(() -> SCHEDULE.from(SWITCH.plusSeconds(1), OLD, KeyVersion.FIRST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "key version 1 is in the schedule already; give each key the version that the developer"
                + " console shows for it");
  }

  @Test
  void a_longer_schedule_leaves_the_shorter_one_as_it_was() {
    SigningKeySchedule one = SigningKeySchedule.of(OLD, KeyVersion.FIRST);
    SigningKeySchedule two = one.from(SWITCH, NEW, SECOND);
    assertThat(RsaSigner.of(one, () -> Instant.MAX).sign(anyContent()).keyVersion())
        .contains(KeyVersion.FIRST);
    assertThat(RsaSigner.of(two, () -> Instant.MAX).sign(anyContent()).keyVersion())
        .contains(SECOND);
  }

  @Test
  void it_tells_versions_and_starts_only() {
    assertThat(SCHEDULE)
        .hasToString("SigningKeySchedule[1 from the beginning, 2 from 2024-06-01T00:00:00Z]");
    assertThat(signer).hasToString("RsaSigner[keyVersion=2 after 1]");
  }
}
