package dev.paycode.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.cli.fleet.Books.Place;
import dev.paycode.request.CodeQuantity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is stopped by SIGSTOP when it has bought codes and has not kept them yet, and goes on
 * when they are no longer wanted.
 */
class PausedServerTest {

  /** Whom the server serves first, so that it is not slow for having just been started. */
  private static final List<String> FIRST = List.of("c0");

  private static final List<String> CUSTOMER = List.of("c1");
  private static final int CODES = 10;

  /** Half the time that others wait for the lease to end. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void it_cannot_write_once_its_lease_has_passed_to_another(Engine engine)
      throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      whilePaused(fleet, Flaw.NONE, "PRESENT");

      Books books = fleet.books();
      System.out.println(engine + ", a server paused past its lease: " + books);
      assertThat(books.purchases()).hasSize(3);
      assertThat(books.count(Place.HELD)).isEqualTo(2 * CODES);
      assertThat(books.lost()).hasSize(1);
      assertThat(books.shown()).hasSize(2);
      assertThat(books.shownButLost()).isEmpty();
    }
  }

  @Test
  void it_would_write_into_a_store_that_forgets_its_fences()
      throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.over(Engine.POSTGRES.server(), directory)) {
      whilePaused(fleet, Flaw.NO_FENCES, "PRESENT");

      assertThat(fleet.books().count(Place.HELD)).isEqualTo(3 * CODES);
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_cannot_bring_codes_back_to_one_who_has_logged_out(Engine engine)
      throws IOException, InterruptedException {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      whilePaused(fleet, Flaw.NONE, "LOG_OUT");

      Books books = fleet.books();
      assertThat(books.purchases()).hasSize(2);
      assertThat(books.count(Place.HELD)).isEqualTo(CODES);
      assertThat(books.lost()).hasSize(1);
      assertThat(books.shown()).hasSize(1);
    }
  }

  private static void whilePaused(Fleet fleet, Flaw flaw, String order)
      throws IOException, InterruptedException {
    WalletProcess slow = fleet.start(1, usual -> oneByOne(usual).with(flaw).within(SHORT)).get(0);
    WalletProcess quick = fleet.start(1, PausedServerTest::oneByOne).get(0);
    slow.tell("PRESENT", FIRST);
    slow.awaitDone();
    slow.tell("HOLD_REPLIES", List.of());
    slow.awaitDone();
    slow.tell("PRESENT", CUSTOMER);
    slow.await(Report.Kind.REPLIED, 2);
    handOver(fleet);
    slow.pause();
    quick.tell(order, CUSTOMER);
    quick.awaitDone();
    slow.tell("RELEASE_REPLIES", List.of());
    slow.goOn();
    slow.awaitDone();
  }

  /** Whoever is stopped with a file open keeps all others out; once these have it, nobody is. */
  private static void handOver(Fleet fleet) {
    assertThat(fleet.store().find(Customers.holder(CUSTOMER.get(0))).codes()).isEmpty();
  }

  private static ServerSettings oneByOne(ServerSettings usual) {
    return usual.serving(1, CodeQuantity.MOST);
  }
}
