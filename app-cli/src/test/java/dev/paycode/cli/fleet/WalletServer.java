package dev.paycode.cli.fleet;

import static dev.paycode.cli.fleet.Report.Kind.ASKING;
import static dev.paycode.cli.fleet.Report.Kind.DONE;
import static dev.paycode.cli.fleet.Report.Kind.DOWN;
import static dev.paycode.cli.fleet.Report.Kind.LOGGED_OUT;
import static dev.paycode.cli.fleet.Report.Kind.NONE;
import static dev.paycode.cli.fleet.Report.Kind.READY;
import static dev.paycode.cli.fleet.Report.Kind.RETIRED;
import static dev.paycode.cli.fleet.Report.Kind.RETIRED_PERHAPS;
import static dev.paycode.cli.fleet.Report.Kind.RETIRING;
import static dev.paycode.cli.fleet.Report.Kind.SHOWN;

import dev.paycode.code.PaymentCode;
import dev.paycode.persistence.CodeStore;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeQuantity;
import dev.paycode.usecase.UseCases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The server of a wallet: a process that takes orders on stdin, reports on stdout, and ends with
 * its parent, whose end closes stdin.
 */
final class WalletServer {

  /** Between two customers, so that the servers of a fleet do not starve each other. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final UseCases paycode;
  private final Reporting reporting;
  private final CodeQuantity quantity;
  private final int threads;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private volatile boolean stopped;

  private WalletServer(UseCases paycode, Reporting reporting, CodeQuantity quantity, int threads) {
    this.paycode = paycode;
    this.reporting = reporting;
    this.quantity = quantity;
    this.threads = threads;
  }

  /** Takes the settings of {@link ServerSettings}. */
  public static void main(String[] arguments) throws IOException {
    Reporting reporting = Reporting.toStdout();
    ReplyGate gate = new ReplyGate();
    ServerSettings settings = ServerSettings.parse(arguments);
    CodeStore store = settings.openStore().store();
    WalletServer server =
        new WalletServer(
            settings.useCases(
                new ConfirmedCodes(store, reporting),
                store,
                gateway -> gate.before(gateway, reporting)),
            reporting,
            settings.quantity(),
            settings.threads());
    reporting.tell(READY);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      List<String> words = List.of(order.split(" ", -1));
      server.follow(words.get(0), words.subList(1, words.size()), gate);
    }
    Runtime.getRuntime().halt(0);
  }

  private void follow(String order, List<String> customers, ReplyGate gate) {
    switch (order) {
      case "PRESENT" -> inBackground(() -> presentToEach(customers));
      case "SERVE" -> inBackground(() -> serve(customers));
      case "LOG_OUT" -> inBackground(() -> customers.forEach(this::logOut));
      case "HOLD_REPLIES" -> inBackground(gate::close);
      case "RELEASE_REPLIES" -> inBackground(gate::open);
      case "STOP" -> inBackground(() -> stopped = true);
      default -> throw new IllegalArgumentException(order);
    }
  }

  private void inBackground(Runnable work) {
    executor.execute(
        () -> {
          work.run();
          reporting.tell(DONE);
        });
  }

  /** Each thread shows a code to each customer, one starting here, another there. */
  private void presentToEach(List<String> customers) {
    inEachThread(
        thread -> {
          int first = thread * customers.size() / threads;
          IntStream.range(0, customers.size())
              .mapToObj(i -> customers.get((first + i) % customers.size()))
              .forEach(this::presentThoughStoreIsSlow);
        });
  }

  /** Each thread shows codes to anybody, of which some are used at once. */
  private void serve(List<String> customers) {
    inEachThread(
        thread -> {
          Random random = new Random();
          while (!stopped) {
            String customer = customers.get(random.nextInt(customers.size()));
            Optional<PaymentCode> shown = present(customer).code();
            if (random.nextInt(3) == 0) {
              shown.ifPresent(code -> use(customer, code));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
          }
        });
  }

  private void inEachThread(IntConsumer work) {
    CompletableFuture<?>[] all =
        IntStream.range(0, threads)
            .mapToObj(thread -> CompletableFuture.runAsync(() -> work.accept(thread), executor))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
  }

  /** Asks again where a busy machine made the store too slow once. */
  private void presentThoughStoreIsSlow(String customer) {
    int tries = 20;
    while (present(customer).kind() == DOWN && tries > 0) {
      tries--;
    }
  }

  private Report present(String customer) {
    Instant begun = reporting.begin(ASKING, customer);
    Showing showing = paycode.present().present(Customers.request(customer, quantity));
    if (showing instanceof Showing.Code code) {
      return reporting.tell(SHOWN, begun, customer, code.presentation().code());
    }
    return reporting.tell(showing instanceof Showing.StoreDown ? DOWN : NONE, begun, customer);
  }

  private void use(String customer, PaymentCode code) {
    Instant begun = reporting.begin(RETIRING, customer);
    try {
      paycode.retire().retire(Customers.holder(customer), code);
      reporting.tell(RETIRED, begun, customer, code);
    } catch (StoreUnavailableException down) {
      reporting.tell(RETIRED_PERHAPS, begun, customer);
    }
  }

  private void logOut(String customer) {
    Instant begun = reporting.begin(RETIRING, customer);
    try {
      paycode.retire().retireAll(Customers.holder(customer));
      reporting.tell(LOGGED_OUT, begun, customer);
    } catch (StoreUnavailableException down) {
      reporting.tell(RETIRED_PERHAPS, begun, customer);
    }
  }
}
