package dev.paycode.handling;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.IssuedCode;
import dev.paycode.message.KeyVersion;
import dev.paycode.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt brought back: a verified answer, or everything that can happen instead of one.
 *
 * <p>Immutable. No reply carries a body, a header or the text of an exception.
 */
public sealed interface Reply {

  /** The answer of whoever handles replies, one method for each kind. */
  interface Cases<T> {
    /** A verified answer came. */
    T answer(Answer reply);

    /** No believable result came. */
    T noResult(NoResult reply);

    /** The gateway asked for fewer calls without stating a result. */
    T throttled(Throttled reply);

    /** An F came that nobody signed. */
    T unauthenticated(Unauthenticated reply);

    /** The call cannot work as it is set up. */
    T misconfigured(Misconfigured reply);
  }

  /** What {@code cases} says of this kind of reply. */
  <T> T fold(Cases<T> cases);

  /** The result that the gateway stated, authenticated or not; empty where it stated none. */
  default Optional<Result> statedResult() {
    return Optional.empty();
  }

  /** Whether Alipay+ asks for fewer calls. */
  default boolean isThrottling() {
    return false;
  }

  /** The server's time, where it signed one. */
  default Optional<Instant> signedTime() {
    return Optional.empty();
  }

  /** How many well-formed codes came. */
  default int codeCount() {
    return 0;
  }

  /** This reply, fit to be told to anybody. */
  default Reply withoutCodes() {
    return this;
  }

  /**
   * An answer whose signature was verified over the raw bytes.
   *
   * @param result what Alipay+ stated
   * @param codes the codes it issued, as far as they are well-formed; empty unless the result is a
   *     success
   * @param dropped how many entries were left out because they are not well-formed: worth an alarm
   * @param answeredAt the signed Response-Time
   * @param keyVersion the key that verified it
   */
  record Answer(
      Result result, List<IssuedCode> codes, int dropped, Instant answeredAt, KeyVersion keyVersion)
      implements Reply {

    /** Copies the codes. */
    public Answer {
      requireNonNull(result, "result");
      requireNonNull(answeredAt, "answeredAt");
      requireNonNull(keyVersion, "keyVersion");
      codes = List.copyOf(codes);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.answer(this);
    }

    @Override
    public Optional<Result> statedResult() {
      return Optional.of(result);
    }

    @Override
    public boolean isThrottling() {
      return result.isThrottling();
    }

    @Override
    public Optional<Instant> signedTime() {
      return Optional.of(answeredAt);
    }

    @Override
    public int codeCount() {
      return codes.size();
    }

    @Override
    public Answer withoutCodes() {
      return new Answer(result, List.of(), dropped, answeredAt, keyVersion);
    }

    /** The codes that had not expired when Alipay+ answered. */
    List<IssuedCode> usableCodes() {
      return codes.stream()
          .filter(issued -> answeredAt.isBefore(issued.window().expiry()))
          .toList();
    }
  }

  /**
   * No believable result.
   *
   * @param cause why
   * @param detail a fact for the operator, such as {@code HTTP 502}; may be empty, never remote
   *     text
   */
  record NoResult(Cause cause, String detail) implements Reply {

    /** Refuses null. */
    public NoResult {
      requireNonNull(cause, "cause");
      requireNonNull(detail, "detail");
    }

    /** No believable result, and no more to say than the cause. */
    public NoResult(Cause cause) {
      this(cause, "");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.noResult(this);
    }
  }

  /**
   * HTTP 429: the gateway asks for fewer calls.
   *
   * @param hint how long the gateway asks to wait; zero where it does not say
   */
  record Throttled(Duration hint) implements Reply {

    /** Takes a negative hint for none. */
    public Throttled {
      hint = hint.isNegative() ? Duration.ZERO : hint;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.throttled(this);
    }

    @Override
    public boolean isThrottling() {
      return true;
    }
  }

  /**
   * An F without a signature, as the gateway sends when it cannot tell who asked (protocol.md §2).
   * It ends the handling, and is never taken for Alipay+'s own word.
   *
   * @param unverified what the unsigned body states
   */
  record Unauthenticated(Result unverified) implements Reply {

    /**
     * @throws IllegalArgumentException if the result is not an F: nothing else is believed unsigned
     */
    public Unauthenticated {
      if (!unverified.isRefusal()) {
        throw new IllegalArgumentException(
            "Only an F may be reported unsigned, not " + unverified.status());
      }
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.unauthenticated(this);
    }

    @Override
    public Optional<Result> statedResult() {
      return Optional.of(unverified);
    }
  }

  /**
   * The call cannot work until somebody changes the set-up.
   *
   * @param problem what is wrong, in one sentence
   * @param remedy what to do, in one sentence
   */
  record Misconfigured(String problem, String remedy) implements Reply {

    /** Refuses null. */
    public Misconfigured {
      requireNonNull(problem, "problem");
      requireNonNull(remedy, "remedy");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.misconfigured(this);
    }
  }
}
