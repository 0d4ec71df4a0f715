package dev.paycode.sandbox;

import static dev.paycode.sandbox.AnswerBody.CODE;
import static dev.paycode.sandbox.AnswerBody.EXPIRY;
import static dev.paycode.sandbox.AnswerBody.LIST;
import static dev.paycode.sandbox.AnswerBody.START;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import dev.paycode.code.IssuedCode;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Rightly signed successes with codes that are too few, too many, too old, or none. */
final class CodeFaults {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Duration HOUR = Duration.ofHours(1);

  private static final int WIDE_ZERO = 0xFF10;

  private CodeFaults() {}

  static Answer number(Call call, int number) {
    return with(call, call.issue(Windows.from(call.now(), number)));
  }

  static Answer fewer(Call call) {
    return number(call, Math.max(1, call.quantity() - 1));
  }

  static Answer more(Call call) {
    return number(call, call.quantity() + 2);
  }

  static Answer twice(Call call) {
    List<IssuedCode> codes = call.issue(Windows.from(call.now(), 1));
    return with(call, List.of(codes.get(0), codes.get(0)));
  }

  static Answer again(Call call) {
    return with(call, call.memory().codes().of(call.customer(), call::issue));
  }

  static Answer expired(Call call) {
    return at(call, call.now().minus(HOUR));
  }

  static Answer early(Call call) {
    return at(call, call.now().plus(HOUR));
  }

  private static Answer at(Call call, Instant start) {
    return with(call, call.issue(Windows.from(start, call.quantity())));
  }

  static Answer ofHours(Call call) {
    return every(call, STEP, EIGHT_HOURS);
  }

  static Answer withGaps(Call call) {
    return every(call, TEN_MINUTES, MINUTE);
  }

  private static Answer every(Call call, Duration step, Duration length) {
    return with(call, call.issue(Windows.every(step, length, call.now(), call.quantity())));
  }

  static Answer latestFirst(Call call) {
    List<IssuedCode> codes = new ArrayList<>(call.issue());
    Collections.reverse(codes);
    return with(call, codes);
  }

  private static Answer with(Call call, List<IssuedCode> codes) {
    return call.signed(call.success(codes));
  }

  /** Every code's text changed: what comes then is no code, whatever the ledger says. */
  static Behaviour ofDigits(UnaryOperator<String> change) {
    return call -> each(call, info -> info.put(CODE, change.apply(info.get(CODE).asString())));
  }

  static Answer firstIsNone(Call call) {
    ObjectNode body = call.body();
    body.withArray(LIST).get(0).asObject().put(CODE, "none");
    return call.signed(body);
  }

  static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().map(digit -> digit - '0' + WIDE_ZERO).forEach(wide::appendCodePoint);
    return wide.toString();
  }

  static Answer numbers(Call call) {
    return each(call, info -> info.put(CODE, new BigInteger(info.get(CODE).asString())));
  }

  static Answer backwards(Call call) {
    return each(
        call,
        info -> {
          String start = info.get(START).asString();
          info.put(START, info.get(EXPIRY).asString()).put(EXPIRY, start);
        });
  }

  /** Every time of every code written in another way. */
  static Behaviour ofTimes(UnaryOperator<String> change) {
    return call ->
        each(
            call,
            info ->
                info.put(START, change.apply(info.get(START).asString()))
                    .put(EXPIRY, change.apply(info.get(EXPIRY).asString())));
  }

  static String withoutOffset(String time) {
    return OffsetDateTime.parse(time).toLocalDateTime().format(ISO_LOCAL_DATE_TIME);
  }

  static String inMilliseconds(String time) {
    return String.valueOf(OffsetDateTime.parse(time).toInstant().toEpochMilli());
  }

  static String inUtc(String time) {
    return OffsetDateTime.parse(time).toInstant().toString();
  }

  private static Answer each(Call call, Consumer<ObjectNode> change) {
    ObjectNode body = call.body();
    body.withArray(LIST).forEach(info -> change.accept(info.asObject()));
    return call.signed(body);
  }
}
