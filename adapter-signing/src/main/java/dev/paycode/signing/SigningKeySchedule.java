package dev.paycode.signing;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.KeyVersion;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The wallet's own keys, each with the instant at which it begins to sign; one ends where the next
 * begins.
 *
 * <pre>{@code
 * SigningKeySchedule keys =
 *     SigningKeySchedule.of(oldKey, KeyVersion.FIRST)
 *         .from(Instant.parse("2024-06-01T00:00:00Z"), newKey, KeyVersion.parse("2"));
 * }</pre>
 *
 * Register the new key's public half in the developer console before it begins, and take the old
 * one out only after the last request it signed has been answered.
 *
 * <p>Immutable.
 */
public final class SigningKeySchedule {

  /** A key and its version. */
  record VersionedKey(PrivateKey key, KeyVersion version) {

    VersionedKey {
      requireNonNull(key, "key");
      requireNonNull(version, "version");
    }
  }

  private final NavigableMap<Instant, VersionedKey> keys;

  private SigningKeySchedule(NavigableMap<Instant, VersionedKey> keys) {
    this.keys = Collections.unmodifiableNavigableMap(keys);
  }

  /**
   * One key, at all times.
   *
   * @param version the key's version, as the developer console shows it
   */
  public static SigningKeySchedule of(PrivateKey key, KeyVersion version) {
    NavigableMap<Instant, VersionedKey> keys = new TreeMap<>();
    keys.put(Instant.MIN, new VersionedKey(key, version));
    return new SigningKeySchedule(keys);
  }

  /**
   * This schedule with one more key.
   *
   * @param start the first instant at which the key signs, later than every start so far
   * @param version the key's version, which no other key has
   * @throws IllegalArgumentException if the start is not later, or the version is taken
   */
  public SigningKeySchedule from(Instant start, PrivateKey key, KeyVersion version) {
    requireLater(start);
    requireNew(version);
    NavigableMap<Instant, VersionedKey> longer = new TreeMap<>(keys);
    longer.put(start, new VersionedKey(key, version));
    return new SigningKeySchedule(longer);
  }

  private void requireLater(Instant start) {
    if (!start.isAfter(keys.lastKey())) {
      throw new IllegalArgumentException(
          "the key that begins at "
              + start
              + " is not later than the one that begins at "
              + keys.lastKey()
              + "; add keys in the order in which they begin");
    }
  }

  private void requireNew(KeyVersion version) {
    if (versions().contains(version)) {
      throw new IllegalArgumentException(
          "key version "
              + version
              + " is in the schedule already; give each key the version that the developer console"
              + " shows for it");
    }
  }

  private Set<KeyVersion> versions() {
    return keys.values().stream().map(VersionedKey::version).collect(Collectors.toSet());
  }

  NavigableMap<Instant, VersionedKey> keys() {
    return keys;
  }

  /** The versions and their starts. */
  @Override
  public String toString() {
    return keys.entrySet().stream()
        .map(entry -> entry.getValue().version() + " from " + nameOf(entry.getKey()))
        .collect(Collectors.joining(", ", "SigningKeySchedule[", "]"));
  }

  private static String nameOf(Instant start) {
    return start.equals(Instant.MIN) ? "the beginning" : start.toString();
  }
}
