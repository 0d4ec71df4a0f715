package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.signing.KeyFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What key files hold.
 *
 * @param keys the facts of each
 * @param pair whether the two are a pair; null if there is only one
 */
@JsonPropertyOrder({"keys", "pair"})
record KeysReport(List<Entry> keys, @Nullable Boolean pair) implements Report {

  /**
   * One of them.
   *
   * @param file its path
   * @param kind what it is, in words
   * @param bits the length of the modulus
   * @param publicExponent the public exponent, in decimal
   * @param fingerprint SHA-256 of the public key as X.509 DER, in hexadecimal
   */
  @JsonPropertyOrder({"file", "kind", "bits", "publicExponent", "fingerprint"})
  record Entry(String file, String kind, int bits, String publicExponent, String fingerprint) {

    private static Entry of(Path file, KeyFacts facts) {
      return new Entry(
          file.toString(),
          facts.kind(),
          facts.bits(),
          facts.publicExponent().toString(),
          facts.fingerprint());
    }

    private String text() {
      return Lines.of(
          file + ": " + kind,
          "  RSA, " + bits + " bits, exponent " + publicExponent,
          "  SHA-256 " + fingerprint);
    }
  }

  /** The report of files with these facts, one or two. */
  static KeysReport of(List<Path> files, List<KeyFacts> facts) {
    return new KeysReport(
        IntStream.range(0, files.size())
            .mapToObj(index -> Entry.of(files.get(index), facts.get(index)))
            .toList(),
        facts.size() < 2 ? null : facts.get(0).isPairWith(facts.get(1)));
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(key.text()));
    return text + (Boolean.TRUE.equals(pair) ? Lines.of("The two are a pair.") : "");
  }
}
