package dev.paycode.benchmarks;

import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Says what to show to one of many holders, all of whom have codes. */
@State(Scope.Benchmark)
public class PresentBenchmark {

  private final InstantSource clock = InstantSource.fixed(Instant.now());

  @Param private StoreEngine engine = StoreEngine.MEMORY;

  @Param({"1000"})
  private int holders;

  private StoreEngine.Opened store;
  private PresentPaymentCode present;
  private CodeRequest[] requests;

  /** Made by JMH. */
  public PresentBenchmark() {}

  /** Gives every holder codes. */
  @Setup
  public void fill() {
    store = engine.open(holders, clock);
    requests =
        IntStream.range(0, engine.asked(holders))
            .mapToObj(Holders::request)
            .toArray(CodeRequest[]::new);
    present =
        UseCases.over(
                PresentBenchmark::neverAsked,
                store.schedules(),
                store.leases(),
                new TimeAndChance(clock, () -> 0, duration -> {}, () -> 0))
            .build()
            .present();
    if (!(present() instanceof Showing.Code)) {
      throw new IllegalStateException("a store full of codes has none to show");
    }
  }

  private static PreparedCall neverAsked(CodeRequest request) {
    throw new IllegalStateException("a store full of codes asks for more");
  }

  /** Closes the store. */
  @TearDown
  public void close() {
    store.close();
  }

  /** Any of the holders. */
  @Benchmark
  public Showing present() {
    return present.present(requests[ThreadLocalRandom.current().nextInt(requests.length)]);
  }
}
