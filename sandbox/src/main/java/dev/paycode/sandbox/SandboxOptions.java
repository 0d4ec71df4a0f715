package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * <pre>{@code
 * SandboxOptions.of(SandboxKeys.generate(), InstantSource.system(), new SecureRandom())
 *     .onPort(18080)
 *     .withTls(SandboxTls.generate())
 * }</pre>
 *
 * <p>Without more words it listens on any free port, without TLS, and knows the client {@code
 * SANDBOX_5X00000000000000} with key version 1. Immutable.
 */
public final class SandboxOptions {

  private static final ClientId CLIENT = ClientId.parse("SANDBOX_5X00000000000000");
  private static final int GREATEST_PORT = 65_535;

  private final SandboxKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final int port;
  private final ClientId clientId;
  private final KeyVersion keyVersion;
  private final @Nullable SandboxTls tls;

  private SandboxOptions(
      SandboxKeys keys,
      InstantSource clock,
      RandomGenerator random,
      int port,
      ClientId clientId,
      KeyVersion keyVersion,
      @Nullable SandboxTls tls) {
    this.keys = requireNonNull(keys, "keys");
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
    this.port = port;
    this.clientId = requireNonNull(clientId, "clientId");
    this.keyVersion = requireNonNull(keyVersion, "keyVersion");
    this.tls = tls;
  }

  /**
   * The options with these and nothing else said.
   *
   * @param keys the keys of both sides
   * @param clock the time in answers and of issue
   * @param random where the digits of codes come from; used by one thread at a time
   */
  public static SandboxOptions of(SandboxKeys keys, InstantSource clock, RandomGenerator random) {
    return new SandboxOptions(keys, clock, random, 0, CLIENT, KeyVersion.FIRST, null);
  }

  /**
   * These options, with that port; 0 for any free one.
   *
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public SandboxOptions onPort(int wanted) {
    if (wanted < 0 || wanted > GREATEST_PORT) {
      throw new IllegalArgumentException(
          "port " + wanted + " is not 0 to " + GREATEST_PORT + "; 0 means any free one");
    }
    return new SandboxOptions(keys, clock, random, wanted, clientId, keyVersion, tls);
  }

  /** These options, knowing that client only. */
  public SandboxOptions knowing(ClientId client) {
    return new SandboxOptions(keys, clock, random, port, client, keyVersion, tls);
  }

  /** These options, with keys of that version: the client's and the sandbox's. */
  public SandboxOptions withKeyVersion(KeyVersion version) {
    return new SandboxOptions(keys, clock, random, port, clientId, version, tls);
  }

  /** These options, with HTTPS by that TLS instead of plain HTTP. */
  public SandboxOptions withTls(SandboxTls wanted) {
    return new SandboxOptions(
        keys, clock, random, port, clientId, keyVersion, requireNonNull(wanted, "wanted"));
  }

  /** The keys of both sides. */
  public SandboxKeys keys() {
    return keys;
  }

  /** The time in answers and of issue. */
  public InstantSource clock() {
    return clock;
  }

  /** Where the digits of codes come from. */
  public RandomGenerator random() {
    return random;
  }

  /** The port to listen on, 0 to 65535; 0 for any free one. */
  public int port() {
    return port;
  }

  /** The only client that is known. */
  public ClientId clientId() {
    return clientId;
  }

  /** The version of the client's key and of the sandbox's. */
  public KeyVersion keyVersion() {
    return keyVersion;
  }

  /** How it speaks TLS, if it does. */
  public Optional<SandboxTls> tls() {
    return Optional.ofNullable(tls);
  }

  @Override
  public String toString() {
    return "SandboxOptions[port " + port + ", " + clientId + ", key version " + keyVersion + "]";
  }
}
