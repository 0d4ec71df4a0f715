package dev.paycode.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every signer and every verifier must do. */
public abstract class SigningContract {

  private static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  private static final String TIME = "2024-06-01T12:00:00+08:00";

  /** For adapters to extend. */
  protected SigningContract() {}

  /** The signer under test. */
  protected abstract MessageSigner signer();

  /** The verifier under test, which knows the signer's key by its version. */
  protected abstract MessageVerifier verifier();

  /** A verifier that knows another key by the same version. */
  protected abstract MessageVerifier stranger();

  @Test
  void what_was_signed_verifies_with_the_version_of_its_key() {
    SignatureHeader header = signer().sign(content("{}"));

    assertThat(verifier().verify(content("{}"), header))
        .isEqualTo(new Verdict.Verified(header.keyVersion().orElseThrow()));
  }

  @Test
  void a_signature_outlives_its_way_through_a_header() {
    SignatureHeader sent = signer().sign(content("{\"key\":\"値\"}"));
    SignatureHeader received = SignatureHeader.parse(sent.print()).orElseThrow();

    assertThat(verifier().verify(content("{\"key\":\"値\"}"), received))
        .isInstanceOf(Verdict.Verified.class);
  }

  @Test
  void nothing_but_what_was_signed_verifies() {
    SignatureHeader header = signer().sign(content("{}"));

    List.of("{ }", "{}\n", "{", "", "{}{}")
        .forEach(
            other ->
                assertThat(verifier().verify(content(other), header))
                    .as("body '%s'", other)
                    .isEqualTo(new Verdict.Distrusted(Cause.SIGNATURE_WRONG)));
  }

  @Test
  void no_changed_signature_verifies_and_none_makes_the_verifier_throw() {
    SignatureHeader header = signer().sign(content("{}"));
    KeyVersion version = header.keyVersion().orElseThrow();
    byte[] signature = header.signature();
    for (int bit = 0; bit < signature.length * 8; bit += 7) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifier().verify(content("{}"), SignatureHeader.of(version, flipped)))
          .as("bit %d", bit)
          .isInstanceOf(Verdict.Distrusted.class);
    }
    for (int length : List.of(0, 1, signature.length - 1, signature.length + 1, 1024)) {
      byte[] resized = Arrays.copyOf(signature, length);
      assertThat(verifier().verify(content("{}"), SignatureHeader.of(version, resized)))
          .as("%d bytes", length)
          .isInstanceOf(Verdict.Distrusted.class);
    }
  }

  @Test
  void another_key_does_not_verify() {
    assertThat(stranger().verify(content("{}"), signer().sign(content("{}"))))
        .isEqualTo(new Verdict.Distrusted(Cause.SIGNATURE_WRONG));
  }

  @Test
  void many_threads_sign_and_verify_at_once() throws Exception {
    List<Boolean> verified =
        Crowd.of(
            member ->
                () ->
                    verifier()
                            .verify(
                                content("member " + member),
                                signer().sign(content("member " + member)))
                        instanceof Verdict.Verified);

    assertThat(verified).doesNotContain(false);
  }

  private static SignedContent content(String body) {
    return SignedContent.of(
        PATH, ClientId.parse("SANDBOX_1"), TIME, body.getBytes(StandardCharsets.UTF_8));
  }
}
