package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Instruction;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.handling.ResultHandling;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.port.out.PreparedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a request that met a fault, handled by the core as in earnest: sent again as often
 * as the core says. Only the waits between the attempts are left out.
 */
final class Handled {

  /** How often a request is sent whose fault may be tried again (Y), once (Y1), never (N). */
  static final int AGAIN = 3;

  static final int ONCE = 2;
  static final int NEVER = 1;

  private static final RetryPolicy POLICY =
      RetryPolicy.ofDefaults().withMaxAttempts(AGAIN).withDeadline(Duration.ofHours(1));

  /** In the middle of the jitter. */
  private static final double RANDOM = 0.5;

  private final Outcome outcome;
  private final List<Reply> replies;
  private final List<Duration> waits;

  private Handled(Outcome outcome, List<Reply> replies, List<Duration> waits) {
    this.outcome = outcome;
    this.replies = replies;
    this.waits = waits;
  }

  /** What becomes of any request at this gateway, of which an attempt may take that long. */
  static Handled by(HttpCodeGateway gateway, Duration timeout) throws InterruptedException {
    PreparedCall call = gateway.prepare(Fixtures.anyRequest());
    return by(() -> Punctuality.checked(timeout, () -> call.send(timeout)));
  }

  /** What becomes of a request that is answered like this, without a network. */
  static Handled reading(HttpReply answer) {
    try {
      return by(() -> Fixtures.reader().read(answer.raw(), Fixtures.NOW));
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Handled by(Punctuality.Attempt attempt) throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    List<Duration> waits = new ArrayList<>();
    Instant now = Instant.EPOCH;
    ResultHandling handling = ResultHandling.ready(POLICY, now).start(now);
    while (handling.outcome().isEmpty()) {
      if (handling.instruction() instanceof Instruction.WaitUntil wait) {
        waits.add(Duration.between(now, wait.due()));
        now = wait.due();
        handling = handling.timeReached(now, RANDOM);
      } else {
        replies.add(attempt.send());
        handling = handling.received(replies.get(replies.size() - 1), now, RANDOM);
      }
    }
    return new Handled(handling.outcome().get(), replies, waits);
  }

  /**
   * What becomes of a request whose every attempt is treated like this; each of them has closed its
   * connection in the end.
   */
  static Handled facing(ScriptedGateway.Script script, Duration timeout)
      throws IOException, InterruptedException {
    try (ScriptedGateway server = ScriptedGateway.playing(script)) {
      Handled handled = facing(server, timeout);
      assertThat(server.allHungUp()).as("every connection is closed").succeedsWithin(LONG);
      return handled;
    }
  }

  private static Handled facing(ScriptedGateway server, Duration timeout)
      throws InterruptedException {
    Handled handled = by(Fixtures.gatewayAt(server.address()).build(), timeout);
    assertThat(server.requests()).as("requests").hasSize(handled.replies.size());
    return handled;
  }

  /**
   * The same with what is no HTTP. Before Java 21 the HTTP client leaves such a connection open
   * until the other side closes it.
   */
  static Handled facingUnlikeHttp(ScriptedGateway.Script script)
      throws IOException, InterruptedException {
    try (ScriptedGateway server = ScriptedGateway.playing(script)) {
      Handled handled = facing(server, LONG);
      if (Runtime.version().feature() >= 21) {
        assertThat(server.allHungUp()).as("every connection is closed").succeedsWithin(LONG);
      }
      return handled;
    }
  }

  static Handled facing(ScriptedGateway.Script script) throws IOException, InterruptedException {
    return facing(script, LONG);
  }

  static Handled facing(HttpReply answer) throws IOException, InterruptedException {
    return facing(connection -> connection.send(answer.bytes()));
  }

  /** The reply to each attempt. */
  List<Reply> replies() {
    return replies;
  }

  /** The waits between the attempts, on the middle of the core's curve. */
  List<Duration> waits() {
    return waits;
  }

  /** Asserts that there is no result after that many attempts, each for this cause. */
  void gaveUp(int attempts, Cause cause) {
    gaveUp(attempts, new Reply.NoResult(cause));
  }

  void gaveUp(int attempts, Reply.NoResult every) {
    assertThat(replies).containsOnly(every).hasSize(attempts);
    gaveUp(attempts, every.cause().kind() != Cause.Kind.NOT_SENT);
  }

  /** Asserts the same where it is a race which of these causes the HTTP client sees. */
  void gaveUpForOneOf(int attempts, Cause... causes) {
    assertThat(replies)
        .hasSize(attempts)
        .allSatisfy(
            reply ->
                assertThat(reply)
                    .isInstanceOfSatisfying(
                        Reply.NoResult.class,
                        no -> assertThat(no.cause()).isIn((Object[]) causes)));
    assertThat(outcome).isInstanceOf(Outcome.GaveUp.class);
  }

  private void gaveUp(int attempts, boolean mayHaveReached) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.GaveUp.class,
            gaveUp -> {
              assertThat(gaveUp.attempts()).isEqualTo(attempts);
              assertThat(gaveUp.mayHaveReachedAlipayPlus()).isEqualTo(mayHaveReached);
            });
  }

  /** Asserts that every attempt brought a verified answer that leaves the outcome open. */
  void stayedUnknown(int attempts) {
    assertThat(replies).hasSize(attempts).allMatch(reply -> reply.signedTime().isPresent());
    gaveUp(attempts, true);
  }

  /** Asserts that somebody has to act, who is told so in these words, and nothing is sent again. */
  void isMisconfigured(String problem, String remedy) {
    assertThat(replies).hasSize(NEVER);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Misconfigured.class,
            misconfigured -> {
              assertThat(misconfigured.problem()).contains(problem);
              assertThat(misconfigured.remedy()).contains(remedy);
            });
  }

  /** Asserts that the codes came with the first attempt. */
  void obtained(int codes) {
    assertThat(replies).hasSize(1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Obtained.class, obtained -> assertThat(obtained.codes()).hasSize(codes));
  }

  /** Asserts a refusal with this code, after which nothing is sent again. */
  void refused(String code, boolean authenticated) {
    assertThat(replies).hasSize(NEVER);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.result().code()).hasToString(code);
              assertThat(refused.authenticated()).isEqualTo(authenticated);
            });
  }
}
