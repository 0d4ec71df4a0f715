package dev.paycode.benchmarks;

import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/** What to show from each engine, call by call on the clock; and a bare GET beside. */
final class StoreLatencies {

  private static final String FEW = "1000";
  private static final String BARE = "bare GET";

  private final Samples samples = new Samples();
  private final Workshop workshop;
  private final String many;

  StoreLatencies(Workshop workshop) {
    this.workshop = workshop;
    this.many = String.valueOf(workshop.effort().holders());
  }

  /** Measures. */
  Table table() {
    for (int round = 1; round <= workshop.effort().rounds(); round++) {
      workshop.tell("stores", round);
      String[] engines =
          Stream.of(StoreEngine.values()).map(StoreEngine::name).toArray(String[]::new);
      present("stores-" + round, FEW, engines);
      if (!many.equals(FEW)) {
        present("stores-many-" + round, many, StoreEngine.POSTGRES.name());
      }
      JmhRound.ofSingleCalls(BareGetBenchmark.class, workshop, "stores-bare-" + round)
          .run()
          .forEach(result -> keep(BARE, result));
    }
    return rows();
  }

  private void present(String name, String holders, String... engines) {
    JmhRound.ofSingleCalls(PresentBenchmark.class, workshop, name)
        .with("engine", engines)
        .with("holders", holders)
        .run()
        .forEach(result -> keep(result.getParams().getParam("engine") + " of " + holders, result));
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

  private Table rows() {
    String postgres = StoreEngine.POSTGRES + " of ";
    Table table = new Table("One thread, on the clock", "per second", "p99 in µs", "aim for p99");
    row(table, "memory", StoreEngine.MEMORY + " of " + FEW, "< 10");
    row(table, "H2", StoreEngine.H2 + " of " + FEW, "< 5,000");
    row(table, "PostgreSQL", postgres + FEW, "< 5,000");
    row(table, "PostgreSQL, " + many + " holders in it", postgres + many, "< 5,000");
    row(table, "Redis", StoreEngine.REDIS + " of " + FEW, "see below");
    row(table, "a bare GET of the same values", BARE, "");
    ratio(table, "PostgreSQL, many holders / a thousand", postgres + many, postgres + FEW, "≤ 1.2");
    return ratio(table, "Redis / a bare GET", StoreEngine.REDIS + " of " + FEW, BARE, "< 1.5");
  }

  private void row(Table table, String head, String what, String aim) {
    table.row(head, samples.rate(rate(what)), micros(p99(what)), aim);
  }

  private Table ratio(Table table, String head, String what, String to, String aim) {
    return table.row(
        head, samples.quotient(rate(what), rate(to)), samples.quotient(p99(what), p99(to)), aim);
  }

  private String micros(String what) {
    return samples.of(what).map(Spread::hundredths).orElseThrow();
  }
}
