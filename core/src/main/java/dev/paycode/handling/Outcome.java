package dev.paycode.handling;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.IssuedCode;
import dev.paycode.result.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a request for codes ended. An expected refusal is a value; exceptions are for faults of the
 * caller. Immutable.
 */
public sealed interface Outcome {

  /** The answer of whoever handles outcomes, one method for each kind. */
  interface Cases<T> {
    /** Codes were obtained. */
    T obtained(Obtained outcome);

    /** Alipay+ refused. */
    T refused(Refused outcome);

    /** The call cannot work as it is set up. */
    T misconfigured(Misconfigured outcome);

    /** No result was had in the time and attempts allowed. */
    T gaveUp(GaveUp outcome);

    /** The caller cancelled. */
    T cancelled(Cancelled outcome);
  }

  /** What {@code cases} says of this kind of outcome. */
  <T> T fold(Cases<T> cases);

  /** Which of the kinds this is, for a metric or a message. */
  Kind kind();

  /** How often the request was sent. */
  int attempts();

  /** The last result that the gateway stated, if it stated any. */
  Optional<Result> lastResult();

  /**
   * Codes to show.
   *
   * @param codes at least one, none expired when Alipay+ answered
   * @param result S and SUCCESS
   * @param answeredAt the server's time of the answer
   * @param attempts how often the request was sent
   */
  record Obtained(List<IssuedCode> codes, Result result, Instant answeredAt, int attempts)
      implements Outcome {

    /** Copies the codes. */
    public Obtained {
      codes = List.copyOf(codes);
      requireNonNull(result, "result");
      requireNonNull(answeredAt, "answeredAt");
    }

    @Override
    public Optional<Result> lastResult() {
      return Optional.of(result);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.obtained(this);
    }

    @Override
    public Kind kind() {
      return Kind.OBTAINED;
    }
  }

  /**
   * An F: act by the result's remedy, never send the request again.
   *
   * @param result what the gateway stated
   * @param authenticated whether Alipay+ signed it; an unsigned F may be anybody's
   * @param attempts how often the request was sent
   */
  record Refused(Result result, boolean authenticated, int attempts) implements Outcome {

    /** Refuses null. */
    public Refused {
      requireNonNull(result, "result");
    }

    @Override
    public Optional<Result> lastResult() {
      return Optional.of(result);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.refused(this);
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * The call cannot work until somebody changes the set-up.
   *
   * @param problem what is wrong
   * @param remedy what to do
   * @param attempts how often the request was sent
   */
  record Misconfigured(String problem, String remedy, int attempts) implements Outcome {

    /** Refuses null. */
    public Misconfigured {
      requireNonNull(problem, "problem");
      requireNonNull(remedy, "remedy");
    }

    @Override
    public Optional<Result> lastResult() {
      return Optional.empty();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.misconfigured(this);
    }

    @Override
    public Kind kind() {
      return Kind.MISCONFIGURED;
    }
  }

  /**
   * No result in the time and attempts allowed.
   *
   * @param limit what was used up
   * @param lastReply what the last attempt brought
   * @param mayHaveReachedAlipayPlus whether codes may have been issued that nobody received
   * @param attempts how often the request was sent
   */
  record GaveUp(Limit limit, Reply lastReply, boolean mayHaveReachedAlipayPlus, int attempts)
      implements Outcome {

    /** Refuses null. */
    public GaveUp {
      requireNonNull(limit, "limit");
      requireNonNull(lastReply, "lastReply");
    }

    @Override
    public Optional<Result> lastResult() {
      return lastReply.statedResult();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.gaveUp(this);
    }

    @Override
    public Kind kind() {
      return Kind.GAVE_UP;
    }
  }

  /**
   * The caller cancelled or was interrupted.
   *
   * @param mayHaveReachedAlipayPlus whether codes may have been issued that nobody received
   * @param attempts how often the request was sent
   */
  record Cancelled(boolean mayHaveReachedAlipayPlus, int attempts) implements Outcome {

    @Override
    public Optional<Result> lastResult() {
      return Optional.empty();
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.cancelled(this);
    }

    @Override
    public Kind kind() {
      return Kind.CANCELLED;
    }
  }

  /** The kinds of outcome. */
  enum Kind {
    /** Codes to show. */
    OBTAINED,
    /** Alipay+, or somebody unsigned, said F. */
    REFUSED,
    /** Somebody has to change the set-up. */
    MISCONFIGURED,
    /** No result. */
    GAVE_UP,
    /** Nobody wants it any more. */
    CANCELLED
  }

  /** What ended a handling without a result. */
  enum Limit {
    /** The request was sent as often as the policy allows. */
    ATTEMPTS,
    /** The next attempt would have started after the deadline. */
    DEADLINE,
    /** The process has spent its budget of retries. */
    BUDGET,
    /** Another attempt would not help. */
    FUTILITY
  }
}
