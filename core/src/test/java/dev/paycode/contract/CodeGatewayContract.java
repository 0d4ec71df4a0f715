package dev.paycode.contract;

import static dev.paycode.contract.Fixtures.anyRequest;
import static dev.paycode.contract.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeQuantity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every gateway must do. */
public abstract class CodeGatewayContract {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** For adapters to extend. */
  protected CodeGatewayContract() {}

  /** The gateway under test, before a peer that issues one code whatever it is asked. */
  protected abstract CodeGateway issuing() throws Exception;

  /** The gateway under test, before a peer that takes the request and never answers. */
  protected abstract CodeGateway silent() throws Exception;

  /** How many requests the peer has received. */
  protected abstract int received();

  @Test
  void preparing_a_call_sends_nothing() throws Exception {
    PreparedCall call = issuing().prepare(anyRequest());

    assertThat(call).isNotNull();
    assertThat(received()).isZero();
  }

  @Test
  void each_sending_is_one_request_and_brings_its_answer() throws Exception {
    PreparedCall call = issuing().prepare(anyRequest());

    for (int sending = 1; sending <= 2; sending++) {
      Reply reply = call.send(LONG);

      assertThat(reply).isInstanceOf(Reply.Answer.class);
      assertThat(((Reply.Answer) reply).result().isSuccess()).isTrue();
      assertThat(reply.codeCount()).isEqualTo(1);
      assertThat(received()).isEqualTo(sending);
    }
  }

  @Test
  void the_digest_is_of_the_body_that_all_sendings_share() throws Exception {
    CodeGateway gateway = issuing();
    PreparedCall call = gateway.prepare(anyRequest());
    String before = call.bodyDigest();
    call.send(LONG);

    assertThat(call.bodyDigest()).isEqualTo(before).matches("[0-9a-f]{64}");
    assertThat(gateway.prepare(anyRequest()).bodyDigest()).isEqualTo(before);
    assertThat(gateway.prepare(anyRequest().asking(CodeQuantity.MOST)).bodyDigest())
        .isNotEqualTo(before);
    assertThat(gateway.prepare(request("another", "device")).bodyDigest()).isNotEqualTo(before);
  }

  @Test
  void an_answer_that_does_not_come_is_no_result() throws Exception {
    assertThat(silent().prepare(anyRequest()).send(SHORT))
        .isEqualTo(new Reply.NoResult(Cause.TIMED_OUT));
  }

  @Test
  void an_interrupted_thread_sends_no_more() throws Exception {
    PreparedCall call = silent().prepare(anyRequest());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> call.send(LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
