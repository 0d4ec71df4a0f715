package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Leases in Redis, each a key that ends with it. A token is the server's time in microseconds, or
 * one more than the last if that is greater; so tokens go on growing after the last is forgotten.
 */
final class RedisLeases implements RefillLeases {

  /** By how much the server's clock may be set back without a token coming twice. */
  private static final Duration TOKEN_REMEMBERED = Duration.ofMinutes(10);

  private static final int OWNER_LENGTH = 16;

  private final RedisConnection connection;
  private final Sealing sealing;
  private final SecureRandom random = new SecureRandom();

  RedisLeases(RedisConnection connection, Sealing sealing) {
    this.connection = connection;
    this.sealing = sealing;
  }

  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("A lease's length must be positive, not " + length);
    }
    long token = acquired(keys(holder), owner(), length);
    return token == 0 ? Optional.empty() : Optional.of(new RefillLease(holder, token));
  }

  /** Asked again, the script knows the owner by a name that is good for this one lease. */
  private long acquired(RedisKeys keys, byte[] owner, Duration length) {
    return connection.call(
        "lease a refill",
        redis ->
            connection.patiently(
                () ->
                    RedisScript.ACQUIRE.run(
                        redis,
                        new byte[][] {keys.lease(), keys.lastToken()},
                        owner,
                        RedisScript.millis(length),
                        RedisScript.millis(length.plus(TOKEN_REMEMBERED)))));
  }

  private byte[] owner() {
    byte[] owner = new byte[OWNER_LENGTH];
    random.nextBytes(owner);
    return HexFormat.of().formatHex(owner).getBytes(US_ASCII);
  }

  @Override
  public void release(RefillLease lease) {
    RedisKeys keys = keys(lease.holder());
    connection.call(
        "release a lease",
        redis ->
            connection.patiently(
                () ->
                    RedisScript.RELEASE.run(
                        redis,
                        new byte[][] {keys.lease()},
                        Long.toString(lease.fencingToken()).getBytes(US_ASCII))));
  }

  @Override
  public long supersede(CodeHolder holder) {
    RedisKeys keys = keys(holder);
    return connection.call(
        "end a lease",
        redis ->
            connection.patiently(
                () ->
                    RedisScript.SUPERSEDE.run(
                        redis,
                        new byte[][] {keys.lease(), keys.lastToken()},
                        RedisScript.millis(TOKEN_REMEMBERED))));
  }

  private RedisKeys keys(CodeHolder holder) {
    return new RedisKeys(sealing.lookup(holder));
  }
}
