package dev.paycode.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.cli.fleet.Books.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Four servers of eight threads serve the same two hundred customers at once. */
class OneCallPerHolderTest {

  private static final int SERVERS = 4;
  private static final List<String> CUSTOMERS = Customers.first(200);
  private static final int CODES = CUSTOMERS.size() * 10;
  private static final int ROUNDS = Integer.getInteger("rounds", 2);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = Engine.SERVERS)
  void servers_that_share_a_store_make_one_call_for_each_holder(Engine engine)
      throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      List<WalletProcess> servers = fleet.start(SERVERS);
      presentEverywhere(servers);
      for (int round = 2; round <= ROUNDS; round++) {
        servers.get(round % SERVERS).tell("LOG_OUT", CUSTOMERS);
        servers.get(round % SERVERS).awaitDone();
        presentEverywhere(servers);
      }
      Books books = fleet.books();
      System.out.println(
          engine + ", " + ROUNDS + " rounds of " + CUSTOMERS.size() + " holders: " + books);

      assertThat(fleet.sandbox().calls()).hasSize(ROUNDS * CUSTOMERS.size());
      assertThat(books.received()).isEqualTo(ROUNDS * CODES);
      assertThat(books.count(Place.HELD)).isEqualTo(CODES);
      assertThat(books.count(Place.LOST)).isZero();
      assertThat(books.shown()).hasSize(ROUNDS * CUSTOMERS.size());
      assertThat(books.shownToStrangers()).isEmpty();
      assertThat(books.shownAfterRetirement()).isEmpty();
    }
  }

  @Test
  void servers_whose_leases_bind_nobody_make_more() throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.over(Engine.POSTGRES.server(), directory)) {
      presentEverywhere(fleet.start(2, usual -> usual.with(Flaw.LEASES_FOR_ALL)));

      assertThat(fleet.sandbox().calls()).hasSizeGreaterThan(CUSTOMERS.size());
    }
  }

  private static void presentEverywhere(List<WalletProcess> servers) throws InterruptedException {
    servers.forEach(server -> server.tell("PRESENT", CUSTOMERS));
    for (WalletProcess server : servers) {
      server.awaitDone();
    }
  }
}
