package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signature verifies, and if not, why.
 *
 * @param shown the text that was to be signed, as people see it
 * @param sha256 its hash, in hexadecimal
 * @param verified whether the signature is Alipay+'s over it
 * @param keyVersion the version of the key that verified it; null if none did
 * @param provider the name of the provider that verified
 * @param likelyCauses what explains it if it does not verify
 */
@JsonPropertyOrder({"sha256", "verified", "keyVersion", "provider", "likelyCauses"})
record VerificationReport(
    @JsonIgnore String shown,
    String sha256,
    boolean verified,
    @Nullable String keyVersion,
    String provider,
    List<String> likelyCauses)
    implements Report {

  @Override
  public String text() {
    return shown
        + Lines.of(
            verified
                ? Stream.of("Verified, key version " + keyVersion + ".")
                : likelyCauses.stream().map(cause -> "Likely cause: " + cause));
  }

  /** The verdict only: the text may hold payment codes. */
  @Override
  public String toString() {
    return "VerificationReport[" + verified + "]";
  }
}
