package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paycode.handling.Reply;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.PreparedCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  @Test
  void row_70_an_interrupt_ends_the_attempt_and_closes_the_connection() throws Exception {
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              arrived.complete(null);
              connection.stall();
            })) {
      PreparedCall call =
          Fixtures.gatewayAt(server.address()).build().prepare(Fixtures.anyRequest());
      FutureTask<Reply> attempt = new FutureTask<>(() -> call.send(Fixtures.LONG));
      Thread sender = new Thread(attempt);
      sender.start();
      arrived.get();
      sender.interrupt();

      assertThat(attempt)
          .failsWithin(Fixtures.LONG)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(InterruptedException.class);
      assertThat(server.hungUp()).succeedsWithin(Fixtures.LONG);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void row_70_an_interrupted_thread_signs_and_sends_nothing() throws Exception {
    AtomicInteger signatures = new AtomicInteger();
    MessageSigner counting =
        content -> {
          signatures.incrementAndGet();
          return new DigestKey().sign(content);
        };
    try (ScriptedGateway server = ScriptedGateway.answering(HttpReply.signed(Fixtures.SUCCESS))) {
      PreparedCall call =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, counting, new DigestKey())
              .build()
              .prepare(Fixtures.anyRequest());
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> call.send(Fixtures.LONG));
      assertThat(signatures).hasValue(0);
      assertThat(server.connections()).isZero();
    }
  }
}
