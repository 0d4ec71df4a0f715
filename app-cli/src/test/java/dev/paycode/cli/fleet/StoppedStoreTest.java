package dev.paycode.cli.fleet;

import static dev.paycode.cli.fleet.Report.Kind.DOWN;
import static dev.paycode.cli.fleet.Report.Kind.SHOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.request.CodeQuantity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The store's server stops while three servers are busy, and comes back. */
class StoppedStoreTest {

  private static final int THREADS = 4;
  private static final List<String> CUSTOMERS = Customers.first(24);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = Engine.SERVERS)
  void nothing_is_bought_while_the_store_is_down_and_service_resumes_after(Engine engine)
      throws IOException, InterruptedException {
    StoreServer storeServer = engine.server();
    try (Fleet fleet = Fleet.over(storeServer, directory)) {
      List<WalletProcess> servers = fleet.start(3, StoppedStoreTest::settings);
      servers.forEach(server -> server.tell("SERVE", CUSTOMERS));
      awaitInEachThread(servers, SHOWN, Instant.EPOCH);
      int bought = whileDown(storeServer, fleet, servers);
      awaitInEachThread(servers, SHOWN, Report.now());
      servers.forEach(server -> server.tell("STOP", List.of()));
      for (WalletProcess server : servers) {
        server.awaitDone();
      }

      Books books = fleet.books();
      Losses losses = Losses.of(books);
      System.out.println(engine + ", stopped and started again: " + books + "; " + losses);
      assertThat(books.received()).isGreaterThan(bought);
      assertThat(losses.unexplained()).as(books.story(losses.unexplained())).isEmpty();
      assertThat(books.shownButLost()).isEmpty();
      assertThat(books.shownToStrangers()).isEmpty();
      assertThat(books.shownAfterRetirement()).isEmpty();
    }
  }

  private static ServerSettings settings(ServerSettings usual) {
    return usual.serving(THREADS, CodeQuantity.of(2)).within(Duration.ofMillis(1_500));
  }

  /** How many codes had been bought when the store was started again. */
  private static int whileDown(StoreServer storeServer, Fleet fleet, List<WalletProcess> servers)
      throws InterruptedException {
    storeServer.stop();
    try {
      // Each thread fetches on its own behalf: once all have seen the store down, none is fetching.
      awaitInEachThread(servers, DOWN, Report.now());
      int bought = fleet.sandbox().issued().size();
      awaitInEachThread(servers, DOWN, Report.now());
      assertThat(fleet.sandbox().issued()).as("codes bought while down").hasSize(bought);
      return bought;
    } finally {
      storeServer.startAgain();
    }
  }

  /** Waits until a call of each thread that began at this time or later has ended so. */
  private static void awaitInEachThread(
      List<WalletProcess> servers, Report.Kind end, Instant notBefore) throws InterruptedException {
    for (WalletProcess server : servers) {
      server.await(
          "has seen in each thread " + end,
          told ->
              told.stream()
                      .filter(report -> report.is(end, notBefore))
                      .map(Report::thread)
                      .distinct()
                      .count()
                  == THREADS);
    }
  }
}
