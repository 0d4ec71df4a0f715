package dev.paycode.cli.fleet;

import dev.paycode.code.PaymentCode;
import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.request.CodeQuantity;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.usecase.UseCases;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Servers of a wallet, each a process, over one store and before one sandbox, which run in this
 * process and beside it. Nobody else uses the store's keys, so nobody else finds what is in it.
 */
final class Fleet implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final Sandbox sandbox;
  private final ServerSettings settings;
  private final Stores.Open store;
  private final Queue<WalletProcess> servers = new ConcurrentLinkedQueue<>();
  private final Queue<Stores.Open> stores = new ConcurrentLinkedQueue<>();
  private final Set<PaymentCode> seen = ConcurrentHashMap.newKeySet();

  private Fleet(Sandbox sandbox, ServerSettings settings, Stores.Open store) {
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

  /** The store, for whoever looks what is in it. */
  CodeStore store() {
    return new PatientStore(store.store());
  }

  /**
   * What a server in this process can do, over a store of its own.
   *
   * @param change what else is done with the gateway
   */
  UseCases useCases(UnaryOperator<CodeGateway> change) {
    Stores.Open own = settings.openStore();
    stores.add(own);
    return settings.useCases(own.store(), own.store(), change);
  }

  /**
   * Looks what is kept of these customers. Every code that was kept is seen, be it expired by the
   * end, if this is done at least once a minute.
   */
  void survey(List<String> customers) {
    customers.stream()
        .map(customer -> store().find(Customers.holder(customer)))
        .flatMap(schedule -> Stream.concat(schedule.codes().stream(), schedule.retired().stream()))
        .forEach(code -> seen.add(code.code()));
  }

  /** Everything that was told and is kept, by now. */
  Books books() {
    List<List<Report>> logs = servers.stream().map(WalletProcess::reports).toList();
    return Books.of(sandbox.issued(), logs, store(), Set.copyOf(seen), Instant.now());
  }

  @Override
  public void close() {
    servers.forEach(WalletProcess::kill);
    servers.forEach(WalletProcess::awaitEnd);
    stores.forEach(Stores.Open::close);
    store.close();
    sandbox.close();
  }
}
