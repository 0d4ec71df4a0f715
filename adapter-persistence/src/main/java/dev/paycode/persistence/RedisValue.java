package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.paycode.code.CodeSchedule;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it stands in Redis: eight random bytes that name its version, and what was sealed
 * for that version. A number counted up would begin anew once a schedule was forgotten, and a
 * writer that slept meanwhile could take the new one for the one it knew.
 */
final class RedisValue {

  /** What {@code replace.lua} calls the version of a value that is no text. */
  static final RedisValue OF_ANOTHER_TYPE =
      new RedisValue("no text".getBytes(US_ASCII), new byte[0]);

  private static final RedisValue NOTHING = new RedisValue(new byte[0], new byte[0]);

  private final byte[] version;
  private final byte[] sealed;

  private RedisValue(byte[] version, byte[] sealed) {
    this.version = version;
    this.sealed = sealed;
  }

  /** The value in these bytes, or nothing where there are none. */
  static RedisValue of(byte @Nullable [] bytes) {
    if (bytes == null) {
      return NOTHING;
    }
    int split = Math.min(bytes.length, Long.BYTES);
    return new RedisValue(
        Arrays.copyOf(bytes, split), Arrays.copyOfRange(bytes, split, bytes.length));
  }

  static RedisValue sealed(Sealing sealing, String lookup, long version, CodeSchedule schedule) {
    return new RedisValue(
        ByteBuffer.allocate(Long.BYTES).putLong(version).array(),
        sealing.seal(lookup, version, schedule));
  }

  /** The schedule in it: an empty one for nothing, none if it does not open. */
  Optional<CodeSchedule> opened(Sealing sealing, String lookup) {
    if (version.length == 0) {
      return Optional.of(CodeSchedule.empty());
    }
    long number = version.length == Long.BYTES ? ByteBuffer.wrap(version).getLong() : 0;
    return sealing.open(lookup, number, sealed);
  }

  byte[] version() {
    return version;
  }

  boolean isSameVersionAs(RedisValue other) {
    return Arrays.equals(version, other.version);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(version.length + sealed.length).put(version).put(sealed).array();
  }
}
