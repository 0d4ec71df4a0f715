package dev.paycode.benchmarks;

import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/** What to show from each engine, call by call on the clock; and a bare GET beside. */
final class StoreLatencies {

  private static final int THOUSAND = 1_000;
  private static final String BARE = "bare GET";

  private static final Aim MEMORY_P99 = Aim.below(10);
  private static final Aim SQL_P99 = Aim.below(5_000);
  private static final Aim MANY_RATE = Aim.atLeast(0.8);
  private static final Aim MANY_P99 = Aim.atMost(1.2);
  private static final Aim REDIS_P99 = Aim.below(1.5);

  private final Samples samples = new Samples();
  private final Workshop workshop;
  private final int few;
  private final int many;

  StoreLatencies(Workshop workshop) {
    this.workshop = workshop;
    this.many = workshop.effort().holders();
    this.few = Math.min(THOUSAND, many);
  }

  /** Measures. What is set against each other comes one right after the other. */
  String tables() {
    for (int round = 1; round <= workshop.effort().rounds(); round++) {
      workshop.tell("stores", round);
      present("stores-" + round, few, StoreEngine.MEMORY, StoreEngine.H2, StoreEngine.H2_HELD);
      present("stores-postgres-" + round, few, StoreEngine.POSTGRES);
      if (isManyMore()) {
        present("stores-many-" + round, many, StoreEngine.POSTGRES);
      }
      present("stores-redis-" + round, few, StoreEngine.REDIS);
      JmhRound.ofSingleCalls(BareGetBenchmark.class, workshop, "stores-bare-" + round)
          .run()
          .forEach(result -> keep(BARE, result));
    }
    return calls() + "\n" + ratios();
  }

  private boolean isManyMore() {
    return many > few;
  }

  private void present(String name, int holders, StoreEngine... engines) {
    JmhRound.ofSingleCalls(PresentBenchmark.class, workshop, name)
        .with("engine", Stream.of(engines).map(StoreEngine::name).toArray(String[]::new))
        .with("holders", String.valueOf(holders))
        .run()
        .forEach(
            result ->
                keep(
                    name(StoreEngine.valueOf(result.getParams().getParam("engine")), holders),
                    result));
  }

  private static String name(StoreEngine engine, int holders) {
    return engine + " of " + holders;
  }

  private void keep(String what, RunResult result) {
    samples.add(rate(what), JmhRound.callsPerSecond(result));
    samples.add(p99(what), JmhRound.p99Micros(result));
  }

  private static String rate(String what) {
    return what + " rate";
  }

  private static String p99(String what) {
    return what + " p99";
  }

  private Table calls() {
    Table table = new Table("One thread, on the clock", "per second", "p99 in µs", "");
    row(table, "memory", name(StoreEngine.MEMORY, few), MEMORY_P99);
    row(table, "H2, open by turns", name(StoreEngine.H2, few), SQL_P99);
    row(table, "H2, held open by a pool", name(StoreEngine.H2_HELD, few), SQL_P99);
    row(table, "PostgreSQL", name(StoreEngine.POSTGRES, few), SQL_P99);
    if (isManyMore()) {
      row(table, "PostgreSQL, " + manyWords(), name(StoreEngine.POSTGRES, many), SQL_P99);
    }
    row(table, "Redis", name(StoreEngine.REDIS, few), Aim.NONE);
    return row(table, "a bare GET of the same values", BARE, Aim.NONE);
  }

  private String manyWords() {
    return String.format(Locale.ROOT, "%,d holders in it", many);
  }

  private Table row(Table table, String head, String what, Aim aim) {
    return table.row(head, samples.rate(rate(what)), samples.time(p99(what), aim), aim.words());
  }

  private Table ratios() {
    Table table = new Table("In the same round", "per second", "", "p99", "");
    if (isManyMore()) {
      ratio(
          table,
          "PostgreSQL, " + manyWords() + " / " + few,
          name(StoreEngine.POSTGRES, many),
          name(StoreEngine.POSTGRES, few),
          MANY_RATE,
          MANY_P99);
    }
    String redis = name(StoreEngine.REDIS, few);
    return ratio(table, "Redis / a bare GET", redis, BARE, Aim.NONE, REDIS_P99);
  }

  private Table ratio(Table table, String head, String what, String to, Aim rate, Aim p99) {
    return table.row(
        head,
        samples.quotient(rate(what), rate(to), rate),
        rate.words(),
        samples.quotient(p99(what), p99(to), p99),
        p99.words());
  }
}
