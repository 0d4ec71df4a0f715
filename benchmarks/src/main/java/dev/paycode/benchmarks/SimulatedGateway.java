package dev.paycode.benchmarks;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A gateway in virtual time that issues codes, but for an outage. Keeps when it was called. */
final class SimulatedGateway implements CodeGateway {

  private static final Duration ANSWERS_WITHIN = Duration.ofMillis(50);
  private static final Result SUCCESS =
      Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), "success");

  /** How a gateway fails. */
  enum Failing {
    /** Nobody listens. */
    REFUSING("connections refused"),
    /** Nobody answers. */
    SILENT("no answers");

    private final String words;

    Failing(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A time without service.
   *
   * @param start its first instant
   * @param end the first instant after it
   */
  record Outage(Instant start, Instant end, Failing failing) {

    boolean contains(Instant instant) {
      return !instant.isBefore(start) && instant.isBefore(end);
    }
  }

  private final VirtualTime time;
  private final List<Outage> outages;
  private final List<Instant> calls = new ArrayList<>();
  private final List<Instant> attempts = new ArrayList<>();

  SimulatedGateway(VirtualTime time, List<Outage> outages) {
    this.time = time;
    this.outages = outages;
  }

  /** When each call was prepared. */
  List<Instant> calls() {
    return calls;
  }

  /** When each attempt of a call came. */
  List<Instant> attempts() {
    return attempts;
  }

  @Override
  public PreparedCall prepare(CodeRequest request) {
    calls.add(time.now());
    return new PreparedCall() {
      @Override
      public Reply send(Duration timeout) {
        return answered(request.quantity().value(), timeout);
      }

      @Override
      public String bodyDigest() {
        return "";
      }
    };
  }

  private Reply answered(int quantity, Duration timeout) {
    attempts.add(time.now());
    return outages.stream()
        .filter(outage -> outage.contains(time.now()))
        .findFirst()
        .map(outage -> failed(outage.failing(), timeout))
        .orElseGet(() -> issued(quantity));
  }

  private Reply failed(Failing failing, Duration timeout) {
    time.sleep(failing == Failing.SILENT ? timeout : ANSWERS_WITHIN);
    return new Reply.NoResult(
        failing == Failing.SILENT ? Cause.TIMED_OUT : Cause.CONNECTION_REFUSED);
  }

  private Reply issued(int quantity) {
    time.sleep(ANSWERS_WITHIN);
    return new Reply.Answer(
        SUCCESS,
        Holders.codes(attempts.size() * 10L, quantity, time.now()),
        0,
        time.now(),
        KeyVersion.FIRST);
  }
}
