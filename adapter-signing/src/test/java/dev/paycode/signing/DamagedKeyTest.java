package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Nothing but an {@link UnusableKeyException} comes out of a broken key. */
class DamagedKeyTest {

  private static final byte[] PRIVATE = Keys.OURS.getPrivate().getEncoded();
  private static final byte[] PUBLIC = Keys.OURS.getPublic().getEncoded();

  @Test
  void every_truncation_of_a_private_key_is_refused() {
    String pem = Keys.pem("PRIVATE KEY", PRIVATE).strip();
    IntStream.range(0, pem.length()).forEach(end -> assertRefused(pem.substring(0, end)));
    IntStream.range(0, PRIVATE.length)
        .forEach(end -> assertRefused(Keys.base64(Arrays.copyOf(PRIVATE, end))));
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> RsaKeys.parsePrivate(text)).isInstanceOf(UnusableKeyException.class);
  }

  @Test
  void every_truncation_of_a_public_key_is_refused() {
    IntStream.range(0, PUBLIC.length)
        .mapToObj(end -> Keys.base64(Arrays.copyOf(PUBLIC, end)))
        .forEach(
            text ->
                assertThatThrownBy(() -> RsaKeys.parsePublic(text))
                    .isInstanceOf(UnusableKeyException.class));
  }

  @Property(tries = 200)
  void a_private_key_with_a_flipped_bit_is_refused_or_signs_as_before(
      @ForAll @IntRange(max = 9_000) int bit) {
    String text = Keys.base64(flipped(PRIVATE, bit % (PRIVATE.length * Byte.SIZE)));
    Throwable refusal = catchThrowable(() -> RsaKeys.parsePrivate(text));
    if (refusal == null) {
      assertThat(SigningKey.inAnyProvider(RsaKeys.parsePrivate(text))).isPresent();
    } else {
      assertThat(refusal).isInstanceOf(UnusableKeyException.class).hasNoCause();
    }
  }

  @Property(tries = 200)
  void a_public_key_with_a_flipped_bit_is_refused_or_a_key(@ForAll @IntRange(max = 2_000) int bit) {
    onlyUnusable(
        () -> RsaKeys.parsePublic(Keys.base64(flipped(PUBLIC, bit % (PUBLIC.length * Byte.SIZE)))));
  }

  @Property(tries = 200)
  void no_text_makes_the_reader_fail_otherwise(@ForAll String text) {
    onlyUnusable(() -> RsaKeys.parsePrivate(text));
    onlyUnusable(() -> RsaKeys.parsePublic(text));
    onlyUnusable(() -> RsaKeys.parsePublic("-----BEGIN PUBLIC KEY-----\n" + text));
    onlyUnusable(() -> RsaKeys.parsePrivate("-----BEGIN " + text));
  }

  @Property(tries = 200)
  void no_bytes_make_the_reader_fail_otherwise(@ForAll byte[] bytes) {
    onlyUnusable(() -> RsaKeys.parsePrivate(Keys.base64(bytes)));
    onlyUnusable(() -> RsaKeys.parsePublic(Keys.pem("PUBLIC KEY", bytes)));
  }

  private static void onlyUnusable(Runnable reading) {
    Throwable thrown = catchThrowable(reading::run);
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(UnusableKeyException.class).hasNoCause();
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
    return flipped;
  }
}
