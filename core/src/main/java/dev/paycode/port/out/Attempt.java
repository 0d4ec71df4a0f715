package dev.paycode.port.out;

import static java.util.Objects.requireNonNull;

import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Reply;
import java.time.Duration;

/**
 * The facts of one attempt, for metrics and audit; no secret among them.
 *
 * @param number which attempt, from 1
 * @param took from the attempt's start to its reply
 * @param reply what came back, without its codes: result, cause, key version
 * @param codesReceived how many well-formed codes came
 * @param clock the difference to the server's clock, as known after this attempt
 * @param bodyDigest the SHA-256 of the body that was sent, in hexadecimal: the same for all
 *     attempts of a request
 */
public record Attempt(
    int number,
    Duration took,
    Reply reply,
    int codesReceived,
    ClockOffset clock,
    String bodyDigest) {

  /** Leaves the codes of the reply behind. */
  public Attempt {
    requireNonNull(took, "took");
    requireNonNull(clock, "clock");
    requireNonNull(bodyDigest, "bodyDigest");
    reply = reply.withoutCodes();
  }

  /** The facts of an attempt that brought this reply. */
  public static Attempt of(
      int number, Duration took, Reply reply, ClockOffset clock, String bodyDigest) {
    return new Attempt(number, took, reply, reply.codeCount(), clock, bodyDigest);
  }
}
