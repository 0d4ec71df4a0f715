package dev.paycode.signing;

import static dev.paycode.signing.Messages.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever changes on the way, by one bit or by one byte, is noticed. */
class MutationSweepTest {

  private static final Verdict WRONG = new Verdict.Distrusted(Cause.SIGNATURE_WRONG);

  private final byte[] body = anyBody(1536);
  private final byte[] message = content(body).bytes();
  private final byte[] signature =
      RsaSigner.of(Keys.ALIPAY_PLUS.getPrivate(), KeyVersion.FIRST).sign(content(body)).signature();
  private final RsaVerifier verifier = RsaVerifier.of(Keys.ALIPAY_PLUS.getPublic());

  private static byte[] anyBody(int length) {
    byte[] body = new byte[length];
    new Random(1).nextBytes(body);
    return body;
  }

  @Test
  void the_untouched_message_verifies() {
    assertThat(verdict(message, signature)).isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
  }

  @Test
  void every_flipped_bit_of_the_signature_is_noticed() {
    assertNone(signature.length * Byte.SIZE, bit -> isNotWrong(message, flipped(signature, bit)));
  }

  @Test
  void every_flipped_bit_of_path_client_time_and_body_is_noticed() {
    assertNone(message.length * Byte.SIZE, bit -> isNotWrong(flipped(message, bit), signature));
  }

  @Test
  void every_truncation_of_the_signature_is_noticed() {
    assertNone(signature.length, end -> isNotWrong(message, Arrays.copyOf(signature, end)));
    assertNone(
        signature.length,
        kept ->
            isNotWrong(
                message, Arrays.copyOfRange(signature, signature.length - kept, signature.length)));
  }

  @Test
  void every_truncation_of_the_message_is_noticed() {
    assertNone(message.length, end -> isNotWrong(Arrays.copyOf(message, end), signature));
  }

  @Test
  void every_byte_appended_is_noticed() {
    assertNone(256, value -> isNotWrong(message, appended(signature, value)));
    assertNone(256, value -> isNotWrong(appended(message, value), signature));
  }

  @Test
  void a_leading_zero_more_is_noticed() {
    byte[] longer = new byte[signature.length + 1];
    System.arraycopy(signature, 0, longer, 1, signature.length);
    assertThat(verdict(message, longer)).isEqualTo(WRONG);
  }

  private static void assertNone(int count, IntPredicate unnoticed) {
    assertThat(IntStream.range(0, count).parallel().filter(unnoticed).boxed()).isEmpty();
  }

  private boolean isNotWrong(byte[] content, byte[] made) {
    return !verdict(content, made).equals(WRONG);
  }

  private Verdict verdict(byte[] content, byte[] made) {
    return verifier.verify(content, SignatureHeader.of(KeyVersion.FIRST, made));
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
    return flipped;
  }

  private static byte[] appended(byte[] bytes, int value) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = (byte) value;
    return longer;
  }
}
