package dev.paycode.cli.fleet;

import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.request.CodeQuantity;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Servers of a wallet, each a process, over one store and before one sandbox, which run in this
 * process and beside it. Nobody else uses the store's keys, so nobody else finds what is in it.
 */
final class Fleet implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final Sandbox sandbox;
  private final ServerSettings settings;
  private final CodeStore store;
  private final Queue<WalletProcess> servers = new ConcurrentLinkedQueue<>();

  private Fleet(Sandbox sandbox, ServerSettings settings, CodeStore store) {
    this.sandbox = sandbox;
    this.settings = settings;
    this.store = store;
  }

  /**
   * A fleet without servers yet.
   *
   * @param directory an empty one
   */
  static Fleet over(StoreServer storeServer, Path directory) throws IOException {
    StoreKeys keys = StoreKeys.generate();
    keys.writeNew(directory.resolve(ServerSettings.STORE_KEYS));
    Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.of(Keys.OF_THIS_RUN, InstantSource.system(), new SecureRandom()));
    sandbox.writeClientFiles(directory);
    ServerSettings settings =
        new ServerSettings(
            directory,
            sandbox.uri().toString(),
            sandbox.clientId().value(),
            storeServer.address(),
            Duration.ofSeconds(8),
            8,
            CodeQuantity.MOST,
            Flaw.NONE);
    return new Fleet(sandbox, settings, Stores.open(storeServer.address(), keys, CONNECTIONS));
  }

  private static final class Keys {
    private static final SandboxKeys OF_THIS_RUN = SandboxKeys.generate();
  }

  /** Starts so many servers with the usual settings and waits until they take orders. */
  List<WalletProcess> start(int count) throws InterruptedException {
    return start(count, usual -> usual);
  }

  List<WalletProcess> start(int count, UnaryOperator<ServerSettings> change)
      throws InterruptedException {
    List<WalletProcess> started =
        IntStream.range(0, count).mapToObj(i -> launch(change, (server, report) -> {})).toList();
    for (WalletProcess server : started) {
      server.await(Report.Kind.READY, 1);
    }
    return started;
  }

  /** Starts a server and does not wait. */
  WalletProcess launch(
      UnaryOperator<ServerSettings> change, BiConsumer<WalletProcess, Report> listener) {
    WalletProcess server = WalletProcess.start(change.apply(settings), listener);
    servers.add(server);
    return server;
  }

  /** The usual settings: eight threads, ten codes a call, a deadline of eight seconds, no flaw. */
  ServerSettings settings() {
    return settings;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  CodeStore store() {
    return store;
  }

  /** Everything that was told and is kept, by now. */
  Books books() {
    return Books.of(sandbox.issued(), servers.stream().map(WalletProcess::reports).toList(), store);
  }

  @Override
  public void close() {
    servers.forEach(WalletProcess::kill);
    servers.forEach(WalletProcess::awaitEnd);
    sandbox.close();
  }
}
