package dev.paycode.persistence;

import static java.util.stream.Collectors.joining;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The keys with which a store that leaves the process hides its content: some for AES-256-GCM, of
 * which one seals and all open, and one for HMAC-SHA-256, by which holders are looked up.
 *
 * <p>All servers that share a store share its keys. A content key is rotated in three steps, each
 * on every server before the next: {@link #withNewKey()}, {@link #withNewestKeySealing()} and, once
 * the longest schedule has expired, {@link #withoutOldKeys()}. The key for look-ups is not rotated,
 * because two servers that look a holder up by different keys would serve them twice: to change it,
 * stop all servers and begin with {@link #generate()}. Whatever was kept is then not found again
 * and swept within minutes.
 *
 * <p>Immutable and safe for use by many threads; {@link #toString()} names the keys' numbers only.
 */
public final class StoreKeys {

  private static final Configuration SEALING = AeadConfig2026.get();
  private static final Configuration LOOKING_UP = PrfConfig2026.get();

  private final KeysetHandle content;
  private final KeysetHandle lookup;

  private StoreKeys(KeysetHandle content, KeysetHandle lookup) {
    this.content = content;
    this.lookup = lookup;
  }

  /** New random keys, one of each kind. */
  public static StoreKeys generate() {
    return unfailing(
        () ->
            new StoreKeys(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, SEALING),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, LOOKING_UP)));
  }

  /**
   * The keys in this text; the inverse of {@link #reveal()}.
   *
   * @param text two lines that are not blank, each a keyset in the JSON format of Google Tink:
   *     AES-256-GCM keys, and one HMAC-SHA-256 PRF key
   * @throws UnusableStoreKeysException if it is something else; the message does not repeat it
   */
  public static StoreKeys parse(String text) {
    List<String> keysets = text.lines().filter(line -> !line.isBlank()).toList();
    if (keysets.size() != 2) {
      throw new UnusableStoreKeysException(
          "The text of a store's keys has two lines, one keyset each, but this one has "
              + keysets.size());
    }
    StoreKeys keys =
        new StoreKeys(
            parsed("first", keysets.get(0), SEALING), parsed("second", keysets.get(1), LOOKING_UP));
    requireAll(keys.content, PredefinedAeadParameters.AES256_GCM, "first", "AES-256-GCM");
    requireAll(keys.lookup, PredefinedPrfParameters.HMAC_SHA256_PRF, "second", "HMAC-SHA-256 PRF");
    if (keys.lookup.size() != 1) {
      throw new UnusableStoreKeysException(
          "The second keyset of a store's keys has one key, because look-ups cannot be rotated,"
              + " but this one has "
              + keys.lookup.size());
    }
    return keys;
  }

  private static KeysetHandle parsed(String which, String json, Configuration configuration) {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          json, configuration, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      // the cause would repeat a part of the text
      throw new UnusableStoreKeysException(
          "The " + which + " line of a store's keys is no keyset in Tink's JSON format");
    }
  }

  private static void requireAll(KeysetHandle keys, Parameters kind, String which, String name) {
    IntStream.range(0, keys.size())
        .filter(i -> !keys.getAt(i).getKey().getParameters().equals(kind))
        .findAny()
        .ifPresent(
            i -> {
              throw new UnusableStoreKeysException(
                  "Key "
                      + idText(keys, i)
                      + " in the "
                      + which
                      + " keyset of a store's keys is not for "
                      + name);
            });
  }

  /**
   * The keys in this file.
   *
   * @throws UnusableStoreKeysException if it cannot be read, is somebody else's, is open to group
   *     or others, or holds something else
   */
  public static StoreKeys read(Path file) {
    return parse(StoreKeyFile.read(file));
  }

  /**
   * Writes a file that only its owner may read, whole or not at all.
   *
   * @throws UnusableStoreKeysException if there is a file already, or it cannot be written
   */
  public void writeNew(Path file) {
    StoreKeyFile.writeNew(file, reveal());
  }

  /**
   * Replaces the file by one that only its owner may read, whole or not at all.
   *
   * @throws UnusableStoreKeysException if it cannot be written
   */
  public void replace(Path file) {
    StoreKeyFile.replace(file, reveal());
  }

  /** The keys in full, for a secret manager; never for a log or a message. */
  public String reveal() {
    return revealed(content, SEALING) + "\n" + revealed(lookup, LOOKING_UP) + "\n";
  }

  private static String revealed(KeysetHandle keys, Configuration configuration) {
    return unfailing(
            () ->
                TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, configuration, InsecureSecretKeyAccess.get()))
        .strip();
  }

  /** These keys and a new one, which opens from now on but does not seal yet. */
  public StoreKeys withNewKey() {
    return changed(
        keys ->
            keys.addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()));
  }

  /** These keys, of which the one that was added last seals. */
  public StoreKeys withNewestKeySealing() {
    return changed(
        keys -> {
          keys.getAt(keys.size() - 1).makePrimary();
          return keys;
        });
  }

  /** Of these keys, the one that seals; what the others sealed opens no more. */
  public StoreKeys withoutOldKeys() {
    return changed(
        keys -> {
          for (int i = keys.size() - 1; i >= 0; i--) {
            if (!keys.getAt(i).isPrimary()) {
              keys.deleteAt(i);
            }
          }
          return keys;
        });
  }

  private StoreKeys changed(UnaryOperator<KeysetHandle.Builder> change) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(content).setConfiguration(SEALING);
    return unfailing(() -> new StoreKeys(change.apply(builder).build(), lookup));
  }

  /** Seals with one of the keys and opens with all. */
  Aead aead() {
    return unfailing(() -> content.getPrimitive(SEALING, Aead.class));
  }

  /** Makes look-ups of names. */
  PrfSet prf() {
    return unfailing(() -> lookup.getPrimitive(LOOKING_UP, PrfSet.class));
  }

  /** Whether what the key of this number has sealed can be opened. */
  boolean hasContentKey(int id) {
    return IntStream.range(0, content.size()).anyMatch(i -> content.getAt(i).getId() == id);
  }

  private static <T> T unfailing(Tink<T> work) {
    try {
      return work.run();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Paycode bug: Tink refuses its own keys", impossible);
    }
  }

  /** Work of a library that declares checked exceptions everywhere. */
  private interface Tink<T> {
    T run() throws GeneralSecurityException;
  }

  private static String idText(KeysetHandle keys, int index) {
    return Integer.toUnsignedString(keys.getAt(index).getId());
  }

  /** The numbers of the keys, as Tink gave them, and which one seals. */
  @Override
  public String toString() {
    return IntStream.range(0, content.size())
        .mapToObj(i -> idText(content, i) + (content.getAt(i).isPrimary() ? " (seals)" : ""))
        .collect(joining(", ", "StoreKeys[content=", ", lookup=" + idText(lookup, 0) + "]"));
  }
}
