package dev.paycode.docs;

import dev.paycode.handling.Instruction;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.handling.ResultHandling;
import dev.paycode.handling.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The state machine driven by hand: once blocking, once by callbacks. */
final class OwnLoop {

  private OwnLoop() {}

  /** A team's own transport. */
  @FunctionalInterface
  interface Transport {
    Reply send(Duration timeout);
  }

  /** A blocking loop. */
  record Blocking(
      Transport transport,
      Supplier<Instant> ticks,
      Consumer<Duration> pause,
      DoubleSupplier random) {

    Outcome run() {
      ResultHandling handling = ResultHandling.ready(RetryPolicy.ofDefaults(), ticks.get());
      while (handling.outcome().isEmpty()) {
        handling = next(handling);
      }
      return handling.outcome().orElseThrow();
    }

    private ResultHandling next(ResultHandling handling) {
      return handling
          .instruction()
          .fold(
              new Instruction.Cases<>() {
                @Override
                public ResultHandling start(Instruction.Start instruction) {
                  return handling.start(ticks.get());
                }

                @Override
                public ResultHandling send(Instruction.Send instruction) {
                  Duration timeout = Duration.between(ticks.get(), instruction.until());
                  Reply reply = transport.send(timeout);
                  return handling.received(reply, ticks.get(), random.getAsDouble());
                }

                @Override
                public ResultHandling waitUntil(Instruction.WaitUntil instruction) {
                  pause.accept(Duration.between(ticks.get(), instruction.due()));
                  return handling.timeReached(ticks.get(), random.getAsDouble());
                }

                @Override
                public ResultHandling finish(Instruction.Finish instruction) {
                  return handling;
                }
              });
    }
  }

  /** A team's own transport that does not block. */
  @FunctionalInterface
  interface AsyncTransport {
    CompletableFuture<Reply> send(Duration timeout);
  }

  /** A team's own timer: an executor that runs a task after so long. */
  @FunctionalInterface
  interface Timer {
    Executor after(Duration delay);
  }

  /** Callbacks. */
  record NonBlocking(
      AsyncTransport transport, Timer timer, Supplier<Instant> ticks, DoubleSupplier random) {

    CompletableFuture<Outcome> run() {
      return follow(ResultHandling.ready(RetryPolicy.ofDefaults(), ticks.get()));
    }

    private CompletableFuture<Outcome> follow(ResultHandling handling) {
      return handling
          .instruction()
          .fold(
              new Instruction.Cases<>() {
                @Override
                public CompletableFuture<Outcome> start(Instruction.Start instruction) {
                  return follow(handling.start(ticks.get()));
                }

                @Override
                public CompletableFuture<Outcome> send(Instruction.Send instruction) {
                  return transport
                      .send(Duration.between(ticks.get(), instruction.until()))
                      .thenCompose(
                          reply ->
                              follow(handling.received(reply, ticks.get(), random.getAsDouble())));
                }

                @Override
                public CompletableFuture<Outcome> waitUntil(Instruction.WaitUntil instruction) {
                  Duration delay = Duration.between(ticks.get(), instruction.due());
                  return CompletableFuture.supplyAsync(
                          () -> handling.timeReached(ticks.get(), random.getAsDouble()),
                          timer.after(delay))
                      .thenCompose(NonBlocking.this::follow);
                }

                @Override
                public CompletableFuture<Outcome> finish(Instruction.Finish instruction) {
                  return CompletableFuture.completedFuture(instruction.outcome());
                }
              });
    }
  }
}
