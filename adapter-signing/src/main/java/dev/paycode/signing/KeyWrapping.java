package dev.paycode.signing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** What a key comes wrapped in: PEM, bare Base64, or nothing. */
final class KeyWrapping {

  static final String PEM = "-----BEGIN ";

  /** The Base64 of {@link #beginsLikeKey}. */
  private static final String BASE64_OF_KEY = "MI[IJ][0-9A-Za-z+/=]*";

  private KeyWrapping() {}

  /**
   * The structure inside.
   *
   * @throws UnusableKeyException if there is none, or not a whole one
   */
  static ASN1Primitive open(KeySource source) {
    String text = source.text();
    if (text.isEmpty()) {
      throw source.refusal("is empty; save the key into it again");
    }
    return text.contains(PEM) ? openPem(source, text) : openBare(source, text);
  }

  private static ASN1Primitive openPem(KeySource source, String text) {
    PemObject block = onlyBlock(source, text);
    if (isEncrypted(block)) {
      throw source.refusal(
          "holds a private key that is encrypted in OpenSSL's old way, which is not read; this"
              + " encrypts it anew: (umask 077; openssl pkey -aes256 -in OLD -out NEW)");
    }
    return structure(source, block.getContent());
  }

  private static PemObject onlyBlock(KeySource source, String text) {
    List<PemObject> blocks =
        Trial.of(() -> blocks(text)).filter(found -> !found.isEmpty()).orElseThrow(source::damaged);
    if (blocks.size() > 1) {
      throw source.refusal("holds several PEM blocks; keep only the one with the key");
    }
    return blocks.get(0);
  }

  private static List<PemObject> blocks(String text) throws IOException {
    List<PemObject> blocks = new ArrayList<>();
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
        blocks.add(next);
      }
    }
    return blocks;
  }

  private static boolean isEncrypted(PemObject block) {
    for (Object header : block.getHeaders()) {
      if (header instanceof PemHeader field && field.getValue().contains("ENCRYPTED")) {
        return true;
      }
    }
    return false;
  }

  private static ASN1Primitive openBare(KeySource source, String text) {
    String base64 = text.replaceAll("\\s", "");
    if (base64.matches(BASE64_OF_KEY)) {
      return structure(source, Trial.of(() -> decoded(base64)).orElseThrow(source::damaged));
    }
    return structure(source, Trial.of(() -> decoded(base64)).orElseGet(source::bytes));
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static ASN1Primitive structure(KeySource source, byte[] content) {
    return Trial.of(() -> ASN1Primitive.fromByteArray(content))
        .orElseThrow(
            () -> beginsLikeKey(content) ? source.damaged() : source.refusal(KeyKind.NO_KEY));
  }

  /** As every key of 1024 bits or more does: with a sequence whose length takes several bytes. */
  private static boolean beginsLikeKey(byte[] content) {
    return content.length > 1 && content[0] == 0x30 && content[1] < 0;
  }
}
