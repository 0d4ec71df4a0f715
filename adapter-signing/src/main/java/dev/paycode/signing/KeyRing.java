package dev.paycode.signing;

import dev.paycode.message.KeyVersion;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The keys that may have made a signature, in the order to try them. Immutable. */
final class KeyRing {

  /** As numbers, 10 after 9; longer names after shorter ones where they are none. */
  private static final Comparator<KeyVersion> EARLIEST_FIRST =
      Comparator.<KeyVersion>comparingInt(version -> withoutZeros(version).length())
          .thenComparing(KeyRing::withoutZeros)
          .thenComparing(KeyVersion::value);

  private final Function<KeyVersion, Map<KeyVersion, VerifyingKey>> named;
  private final Map<KeyVersion, VerifyingKey> unnamed;

  private KeyRing(
      Function<KeyVersion, Map<KeyVersion, VerifyingKey>> named,
      Map<KeyVersion, VerifyingKey> unnamed) {
    this.named = named;
    this.unnamed = unnamed;
  }

  /** One key, whatever version a header names; taken for the first where it names none. */
  static KeyRing anyVersion(VerifyingKey key) {
    return new KeyRing(version -> Map.of(version, key), Map.of(KeyVersion.FIRST, key));
  }

  /** The key of the version that a header names; each, the latest first, where it names none. */
  static KeyRing byVersion(Map<KeyVersion, VerifyingKey> keys) {
    SortedMap<KeyVersion, VerifyingKey> latestFirst = new TreeMap<>(EARLIEST_FIRST.reversed());
    latestFirst.putAll(keys);
    return new KeyRing(
        version ->
            Optional.ofNullable(keys.get(version))
                .map(key -> Map.of(version, key))
                .orElse(Map.of()),
        Collections.unmodifiableSortedMap(latestFirst));
  }

  private static String withoutZeros(KeyVersion version) {
    return version.value().replaceFirst("^0+(?=.)", "");
  }

  /** The keys for a header that names this version; none if it is unknown. */
  Map<KeyVersion, VerifyingKey> named(KeyVersion version) {
    return named.apply(version);
  }

  /** The keys for a header that names no version. */
  Map<KeyVersion, VerifyingKey> unnamed() {
    return unnamed;
  }
}
