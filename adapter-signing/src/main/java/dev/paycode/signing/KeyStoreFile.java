package dev.paycode.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A PKCS#12 key store, opened. */
final class KeyStoreFile {

  private final KeySource source;
  private final KeyStore store;

  private KeyStoreFile(KeySource source, KeyStore store) {
    this.source = source;
    this.store = store;
  }

  /**
   * The key store in this source.
   *
   * @throws UnusableKeyException if there is none, or this is not its password
   */
  static KeyStoreFile open(KeySource source, char[] password) {
    ASN1Primitive structure = KeyWrapping.open(source);
    if (Trial.of(() -> Pfx.getInstance(structure)).isEmpty()) {
      throw source.refusal(KeyKind.of(structure));
    }
    return Trial.of(() -> loaded(structure.getEncoded(), password))
        .map(store -> new KeyStoreFile(source, store))
        .orElseThrow(source::wrongPassword);
  }

  /** By Bouncy Castle, since the JDK takes only passwords in ASCII. */
  private static KeyStore loaded(byte[] content, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
    store.load(new ByteArrayInputStream(content), password);
    return store;
  }

  /**
   * The private key under this name.
   *
   * @throws UnusableKeyException if there is none
   */
  PrivateKey privateKey(String alias, char[] password) {
    Key key = Trial.of(() -> key(alias, password)).orElseThrow(() -> missing(alias));
    if (key instanceof PrivateKey found) {
      return found;
    }
    throw missing(alias);
  }

  private Key key(String alias, char[] password) throws GeneralSecurityException {
    return store.getKey(alias, password);
  }

  private UnusableKeyException missing(String alias) {
    return source.refusal(
        "has no private key under the alias '"
            + alias.replaceAll("[^ -~]", "?")
            + "'; it has: "
            + String.join(", ", aliases()));
  }

  private List<String> aliases() {
    return Trial.<List<String>>of(() -> Collections.list(store.aliases()))
        .orElse(List.of())
        .stream()
        .filter(alias -> Trial.of(() -> store.isKeyEntry(alias)).orElse(false))
        .map(alias -> "'" + alias.replaceAll("[^ -~]", "?") + "'")
        .sorted()
        .toList();
  }
}
