package dev.paycode.cli.fleet;

import dev.paycode.handling.RetryPolicy;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeQuantity;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * How a server of the fleet is set up.
 *
 * @param directory where the sandbox wrote what a client needs, and where the store's keys are
 * @param gateway the sandbox's address
 * @param clientId who calls it
 * @param store the store's address
 * @param deadline of a call; half the length of a lease
 * @param threads how many customers are served at a time
 * @param quantity the codes of a call
 * @param flaw what is wrong with the store
 */
record ServerSettings(
    Path directory,
    String gateway,
    String clientId,
    String store,
    Duration deadline,
    int threads,
    CodeQuantity quantity,
    Flaw flaw) {

  static final String STORE_KEYS = "store.keys";

  List<String> arguments() {
    return List.of(
        directory.toString(),
        gateway,
        clientId,
        store,
        deadline.toString(),
        String.valueOf(threads),
        quantity.toString(),
        flaw.name());
  }

  /** The inverse of {@link #arguments()}. */
  static ServerSettings parse(String... arguments) {
    return new ServerSettings(
        Path.of(arguments[0]),
        arguments[1],
        arguments[2],
        arguments[3],
        Duration.parse(arguments[4]),
        Integer.parseInt(arguments[5]),
        CodeQuantity.parse(arguments[6]),
        Flaw.valueOf(arguments[7]));
  }

  ServerSettings serving(int threadCount, CodeQuantity codes) {
    return new ServerSettings(
        directory, gateway, clientId, store, deadline, threadCount, codes, flaw);
  }

  ServerSettings within(Duration end) {
    return new ServerSettings(directory, gateway, clientId, store, end, threads, quantity, flaw);
  }

  ServerSettings with(Flaw wanted) {
    return new ServerSettings(
        directory, gateway, clientId, store, deadline, threads, quantity, wanted);
  }

  /** The store of these settings. */
  Stores.Open openStore() {
    return Stores.open(store, StoreKeys.read(directory.resolve(STORE_KEYS)), threads);
  }

  /**
   * Everything as in production, but for the flaw.
   *
   * @param schedules those of the store without it
   * @param leases those of the store without it
   * @param change what else is done with the gateway
   */
  UseCases useCases(
      CodeSchedules schedules, RefillLeases leases, UnaryOperator<CodeGateway> change) {
    return UseCases.over(
            change.apply(httpGateway()), flaw.schedules(schedules), flaw.leases(leases), time())
        .retrying(RetryPolicy.ofDefaults().withDeadline(deadline))
        .build();
  }

  private CodeGateway httpGateway() {
    return HttpCodeGateway.to(
            GatewayAddress.parse(gateway),
            ClientId.parse(clientId),
            RsaSigner.of(
                RsaKeys.readPrivate(directory.resolve("mpp-private-key.pem")), KeyVersion.FIRST),
            RsaVerifier.of(RsaKeys.readPublic(directory.resolve("alipay-public-key.pem"))))
        .build();
  }

  private static TimeAndChance time() {
    return new TimeAndChance(
        InstantSource.system(),
        System::nanoTime,
        pause -> Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
