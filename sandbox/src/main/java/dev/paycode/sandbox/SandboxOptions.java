package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a sandbox is set up. Immutable.
 *
 * @param keys the keys of both sides
 * @param clock the time in answers and of issue
 * @param random where the digits of codes come from; used by one thread at a time
 * @param port the port to listen on, 0 to 65535; 0 for any free one
 * @param clientId the only client that is known
 * @param keyVersion the version of the client's key and of the sandbox's
 * @param tls how it speaks TLS, if it does
 */
public record SandboxOptions(
    SandboxKeys keys,
    InstantSource clock,
    RandomGenerator random,
    int port,
    ClientId clientId,
    KeyVersion keyVersion,
    Optional<SandboxTls> tls) {

  private static final ClientId CLIENT = ClientId.parse("SANDBOX_5X00000000000000");
  private static final int GREATEST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public SandboxOptions {
    requireNonNull(keys, "keys");
    requireNonNull(clock, "clock");
    requireNonNull(random, "random");
    requireNonNull(clientId, "clientId");
    requireNonNull(keyVersion, "keyVersion");
    requireNonNull(tls, "tls");
    if (port < 0 || port > GREATEST_PORT) {
      throw new IllegalArgumentException(
          "port " + port + " is not 0 to " + GREATEST_PORT + "; 0 means any free one");
    }
  }

  /** Any free port, the client {@code SANDBOX_5X00000000000000}, key version 1, no TLS. */
  public static SandboxOptions of(SandboxKeys keys, InstantSource clock, RandomGenerator random) {
    return new SandboxOptions(keys, clock, random, 0, CLIENT, KeyVersion.FIRST, Optional.empty());
  }

  /**
   * These options, with that port; 0 for any free one.
   *
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public SandboxOptions onPort(int wanted) {
    return new SandboxOptions(keys, clock, random, wanted, clientId, keyVersion, tls);
  }

  /** These options, knowing that client only. */
  public SandboxOptions knowing(ClientId client) {
    return new SandboxOptions(keys, clock, random, port, client, keyVersion, tls);
  }

  /** These options, with keys of that version. */
  public SandboxOptions withKeyVersion(KeyVersion version) {
    return new SandboxOptions(keys, clock, random, port, clientId, version, tls);
  }

  /** These options, with HTTPS by that TLS instead of plain HTTP. */
  public SandboxOptions withTls(SandboxTls wanted) {
    return new SandboxOptions(keys, clock, random, port, clientId, keyVersion, Optional.of(wanted));
  }
}
