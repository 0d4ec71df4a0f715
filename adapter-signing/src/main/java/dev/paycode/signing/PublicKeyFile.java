package dev.paycode.signing;

import dev.paycode.message.KeyVersion;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public keys in a source: one key in any form, for every version, or a line {@code
 * version=Base64} for each version, with blank lines and comments after {@code #} between them.
 */
final class PublicKeyFile {

  private static final Pattern BEGINNING = Pattern.compile("[0-9A-Za-z]{1,16}[ \t]*=.*");
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Za-z]{1,16})[ \t]*=[ \t]*([0-9A-Za-z+/]{32,}={0,2})");

  private final KeySource source;

  private PublicKeyFile(KeySource source) {
    this.source = source;
  }

  /**
   * A verifier with these keys.
   *
   * @param foreign what each key must be, besides usable
   * @throws UnusableKeyException if there is no key, or one that cannot be used
   */
  static RsaVerifier verifier(KeySource source, RsaProvider provider, Foreign foreign) {
    return new PublicKeyFile(source).verifier(provider, foreign);
  }

  /** The check that a key is not one of the wallet's own. */
  record Foreign(Collection<PrivateKey> ours) {

    void require(PublicKey key) {
      ours.forEach(own -> RsaKeys.requireForeign(key, own));
    }
  }

  private RsaVerifier verifier(RsaProvider provider, Foreign foreign) {
    if (!isByVersion()) {
      PublicKey key = RsaKeys.publicKey(source);
      foreign.require(key);
      return RsaVerifier.of(key, provider);
    }
    Map<KeyVersion, PublicKey> keys = byVersion();
    keys.values().forEach(foreign::require);
    return RsaVerifier.of(keys, provider);
  }

  private boolean isByVersion() {
    String text = source.text();
    return !text.contains(KeyWrapping.PEM)
        && text.lines()
            .filter(PublicKeyFile::isMeaningful)
            .findFirst()
            .filter(line -> BEGINNING.matcher(line).matches())
            .isPresent();
  }

  private static boolean isMeaningful(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private Map<KeyVersion, PublicKey> byVersion() {
    Map<KeyVersion, PublicKey> keys = new HashMap<>();
    List<String> lines = source.text().lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      if (isMeaningful(lines.get(index))) {
        add(lines.get(index), source.name() + ", line " + (index + 1), keys);
      }
    }
    return keys;
  }

  private static void add(String line, String name, Map<KeyVersion, PublicKey> keys) {
    Matcher pair = LINE.matcher(line);
    if (!pair.matches()) {
      throw new UnusableKeyException(
          name
              + " is not 'version=Base64'; write each key on one line, without PEM's first and last");
    }
    KeyVersion version = KeyVersion.parse(pair.group(1));
    byte[] base64 = pair.group(2).getBytes(StandardCharsets.US_ASCII);
    PublicKey key = RsaKeys.publicKey(new KeySource(KeyRole.PUBLIC, name, base64));
    if (keys.putIfAbsent(version, key) != null) {
      throw new UnusableKeyException(
          name + " repeats the key version " + version + "; keep one line for each version");
    }
  }
}
