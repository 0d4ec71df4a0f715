package dev.paycode.cli;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.http.HttpCodeGatewayBuilder;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaProvider;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Security;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Opens sessions with the gateway that the user means: one of their own, or the sandbox. */
final class Sessions {

  /** How Alipay+ marks the clients of its sandbox (protocol.md §7). */
  private static final String SANDBOX_CLIENT = "SANDBOX_";

  /** A command signs a few times: to load a faster provider takes longer than that saves. */
  private static final RsaProvider QUICK_START = RsaProvider.of(Security.getProvider("SunRsaSign"));

  private final TimeAndChance time;
  private final Provider<RandomGenerator> digits;
  private final Provider<SandboxKeys> sandboxKeys;
  private final Stores stores;
  private final Provider<MemoryStore> memory;
  private final RetryPolicy policy;
  private final AttemptLog attempts;
  private final Provider<Executor> prefetcher;

  @Inject
  Sessions(
      TimeAndChance time,
      Provider<RandomGenerator> digits,
      Provider<SandboxKeys> sandboxKeys,
      Stores stores,
      Provider<MemoryStore> memory,
      RetryPolicy policy,
      AttemptLog attempts,
      Provider<Executor> prefetcher) {
    this.time = time;
    this.digits = digits;
    this.sandboxKeys = sandboxKeys;
    this.stores = stores;
    this.memory = memory;
    this.policy = policy;
    this.attempts = attempts;
    this.prefetcher = prefetcher;
  }

  /**
   * A session with the gateway of these settings, or with a sandbox that runs as long as the
   * session, over the store of these settings.
   *
   * @throws dev.paycode.signing.UnusableKeyException if a key file cannot be used
   * @throws dev.paycode.persistence.UnusableStoreKeysException if the store's cannot
   * @throws Failure if a setting is missing or not allowed, the store does not answer, or the
   *     sandbox cannot be started
   */
  Session open(Settings settings, HandlingListener listener) {
    return open(settings, listener, scope -> stores.open(settings, scope));
  }

  /** The same for a command that keeps nothing. */
  Session openWithoutStore(Settings settings, HandlingListener listener) {
    return open(settings, listener, scope -> Stores.inMemory(memory.get()));
  }

  private Session open(
      Settings settings, HandlingListener listener, Function<String, OpenStore> opening) {
    HandlingListener told =
        settings
            .findFile(Setting.LOG)
            .<HandlingListener>map(
                file ->
                    new Both(
                        listener, new EventLog(JsonLog.in(file, time.clock(), attempts::trouble))))
            .orElse(listener);
    return settings.meanTheSandbox() ? withSandbox(told, opening) : remote(settings, told, opening);
  }

  private Session remote(
      Settings settings, HandlingListener listener, Function<String, OpenStore> opening) {
    CodeGateway gateway = built(gateway(settings));
    ClientId clientId = settings.require(Setting.CLIENT_ID, ClientId::parse);
    OpenStore store = opening.apply(scope(new Transport(settings).address(), clientId));
    return new Session(
        over(gateway, store.store(), listener),
        clientId.value().startsWith(SANDBOX_CLIENT),
        store::close);
  }

  /**
   * @throws Failure if a setting is missing without which no gateway can be called
   */
  static void requireComplete(Settings settings) {
    settings.requireAll(
        Setting.GATEWAY, Setting.CLIENT_ID, Setting.PRIVATE_KEY, Setting.ALIPAY_PUBLIC_KEY);
  }

  /**
   * The gateway of these settings.
   *
   * @throws dev.paycode.signing.UnusableKeyException if a key file cannot be used
   * @throws Failure if a setting is missing or not allowed
   */
  HttpCodeGatewayBuilder gateway(Settings settings) {
    requireComplete(settings);
    GatewayAddress address = new Transport(settings).address();
    ClientId clientId = settings.require(Setting.CLIENT_ID, ClientId::parse);
    KeyVersion version =
        settings.find(Setting.KEY_VERSION, KeyVersion::parse).orElse(KeyVersion.FIRST);
    PrivateKey ours = settings.privateKey();
    PublicKey alipayPlus = RsaKeys.readPublic(settings.requireFile(Setting.ALIPAY_PUBLIC_KEY));
    RsaKeys.requireForeign(alipayPlus, ours);
    HttpCodeGatewayBuilder gateway = gateway(address, clientId, version, ours, alipayPlus);
    new Transport(settings).applyTo(gateway);
    return gateway;
  }

  /**
   * The gateway, once it is known that this process can keep what was set.
   *
   * @throws Failure if it cannot
   */
  static HttpCodeGateway built(HttpCodeGatewayBuilder gateway) {
    try {
      return gateway.build();
    } catch (IllegalStateException impossible) {
      String message = String.valueOf(impossible.getMessage());
      throw Failure.misconfigured(
          message, "Change the setting, or how Java is started, as it says.", impossible);
    }
  }

  /** The name of the provider that signs and verifies in all sessions. */
  static String provider() {
    return QUICK_START.name();
  }

  /** Codes of one gateway and client are never taken for those of another. */
  static String scope(GatewayAddress address, ClientId clientId) {
    return address + " " + clientId.value();
  }

  private Session withSandbox(HandlingListener listener, Function<String, OpenStore> opening) {
    SandboxKeys keys = sandboxKeys.get();
    Sandbox sandbox = start(SandboxOptions.of(keys, time.clock(), digits.get()));
    try {
      GatewayAddress address = GatewayAddress.parse(sandbox.uri().toString());
      OpenStore store = opening.apply(scope(address, sandbox.clientId()));
      HttpCodeGatewayBuilder gateway =
          gateway(
              address,
              sandbox.clientId(),
              sandbox.keyVersion(),
              keys.mppPrivateKey(),
              keys.alipayPublicKey());
      return new Session(
          over(built(gateway), store.store(), listener),
          true,
          () -> {
            store.close();
            sandbox.close();
          });
    } catch (RuntimeException failure) {
      sandbox.close();
      throw failure;
    }
  }

  /**
   * A running sandbox.
   *
   * @throws Failure if it cannot be started, such as on a port in use
   */
  static Sandbox start(SandboxOptions options) {
    try {
      return Sandbox.start(options);
    } catch (IOException failure) {
      throw Failure.misconfigured(
          "the sandbox cannot be started: " + failure.getMessage(),
          "Free the port, or give another with --port.",
          failure);
    }
  }

  private HttpCodeGatewayBuilder gateway(
      GatewayAddress address,
      ClientId clientId,
      KeyVersion keyVersion,
      PrivateKey ours,
      PublicKey alipayPlus) {
    return HttpCodeGateway.to(
            address,
            clientId,
            RsaSigner.of(ours, keyVersion, QUICK_START),
            RsaVerifier.of(alipayPlus, QUICK_START))
        .clock(time.clock());
  }

  private UseCases over(CodeGateway gateway, CodeStore store, HandlingListener listener) {
    return UseCases.over(gateway, store, store, time)
        .retrying(policy)
        .prefetchingOn(prefetcher.get())
        .telling(listener)
        .build();
  }
}
