package dev.paycode.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.request.CodeQuantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers die by SIGKILL after a random number of steps, while one lives on that serves the same
 * customers and logs some of them out. {@code -Dkills} says how many die in all, {@code -Dseed}
 * after how many steps. A file of H2 does not stand this: decision 13 says what it can lose.
 */
class KilledServersTest {

  private static final int KILLS = Integer.getInteger("kills", 100);
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static final int AT_A_TIME = 3;
  private static final int MOST_STEPS = 80;
  private static final int STEPS_TO_A_LOG_OUT = 40;
  private static final List<String> CUSTOMERS = Customers.first(24);
  private static final Duration DEADLINE = Duration.ofMillis(1_500);
  private static final Duration LONGEST_LEASE = DEADLINE.multipliedBy(2);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDIS"})
  void what_a_killed_server_leaves_behind_harms_nobody(Engine engine) throws Exception {
    try (Fleet fleet = Fleet.over(engine.server(), directory)) {
      decimate(fleet, engine, share(engine), new Random(SEED));
    }
  }

  /** How many of all kills fall to the engine. */
  private static int share(Engine engine) {
    return engine == Engine.REDIS ? KILLS / 2 : KILLS - KILLS / 2;
  }

  private static void decimate(Fleet fleet, Engine engine, int kills, Random random)
      throws Exception {
    WalletProcess survivor =
        fleet.launch(KilledServersTest::settings, loggingOutNowAndThen(random.nextLong()));
    survivor.tell("SERVE", CUSTOMERS);
    killOneAfterAnother(fleet, kills, random);
    long leases = CUSTOMERS.stream().filter(customer -> isLeased(fleet, customer)).count();
    survivor.tell("STOP", List.of());
    survivor.awaitDone();
    CUSTOMERS.forEach(customer -> awaitEndOfLease(fleet, customer));

    Books books = fleet.books();
    Losses losses = Losses.of(books);
    System.out.println(
        engine
            + ", seed "
            + SEED
            + ", "
            + kills
            + " kills: "
            + books
            + "; "
            + losses
            + "; "
            + leases
            + " leases ran on after the last kill");
    assertThat(losses.unexplained()).as(books.story(losses.unexplained())).isEmpty();
    assertThat(books.confirmedButLost())
        .as(books.story(books.purchases(books.confirmedButLost())))
        .isEmpty();
    assertThat(books.retiredButHeld()).isEmpty();
    assertThat(books.shownButLost()).isEmpty();
    assertThat(books.shownToStrangers()).isEmpty();
    assertThat(books.shownAfterRetirement()).isEmpty();
  }

  private static ServerSettings settings(ServerSettings usual) {
    return usual.serving(4, CodeQuantity.of(2)).within(DEADLINE);
  }

  private static BiConsumer<WalletProcess, Report> loggingOutNowAndThen(long seed) {
    Random random = new Random(seed);
    AtomicInteger steps = new AtomicInteger();
    return (server, report) -> {
      if (steps.incrementAndGet() % STEPS_TO_A_LOG_OUT == 0) {
        server.tell("LOG_OUT", List.of(CUSTOMERS.get(random.nextInt(CUSTOMERS.size()))));
      }
    };
  }

  private static void killOneAfterAnother(Fleet fleet, int kills, Random random)
      throws InterruptedException, ExecutionException {
    List<Callable<Void>> victims =
        IntStream.range(0, kills)
            .map(i -> 1 + random.nextInt(MOST_STEPS))
            .<Callable<Void>>mapToObj(
                steps ->
                    () -> {
                      killAfter(steps, fleet);
                      return null;
                    })
            .toList();
    ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      for (Future<Void> death : executor.invokeAll(victims)) {
        death.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static void killAfter(int steps, Fleet fleet) {
    AtomicInteger left = new AtomicInteger(steps);
    WalletProcess victim =
        fleet.launch(
            KilledServersTest::settings,
            (server, report) -> {
              if (left.decrementAndGet() == 0) {
                server.kill();
              }
            });
    victim.tell("SERVE", CUSTOMERS);
    victim.awaitEnd();
    fleet.survey(CUSTOMERS);
  }

  private static boolean isLeased(Fleet fleet, String customer) {
    return fleet.store().acquire(Customers.holder(customer), Duration.ofMillis(1)).isEmpty();
  }

  /**
   * Nobody acquires leases any more; what counts is when it was asked, not when it was answered.
   */
  private static void awaitEndOfLease(Fleet fleet, String customer) {
    long begin = System.nanoTime();
    for (long asked = begin; isLeased(fleet, customer); asked = System.nanoTime()) {
      assertThat(Duration.ofNanos(asked - begin))
          .as("how long the lease of %s runs on", customer)
          .isLessThan(LONGEST_LEASE.plusSeconds(1));
    }
  }
}
