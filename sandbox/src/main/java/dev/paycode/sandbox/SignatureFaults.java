package dev.paycode.sandbox;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.result.SpecifiedCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Answers whose signature, time or addressee is not what it should be. */
final class SignatureFaults {

  private static final String SIGNATURE = "Signature";
  private static final String RESPONSE_TIME = "Response-Time";
  private static final KeyVersion UNKNOWN_VERSION = KeyVersion.parse("99");
  private static final ClientId OTHER_CLIENT = ClientId.parse("SANDBOX_SOMEBODY_ELSE");
  private static final Duration HOUR = Duration.ofHours(1);

  private SignatureFaults() {}

  static Answer unsigned(Call call) {
    return call.codes().without(SIGNATURE);
  }

  static Answer unsignedRefusal(Call call) {
    return call.refusal(SpecifiedCode.INVALID_SIGNATURE).without(SIGNATURE).without(RESPONSE_TIME);
  }

  static Answer wronglySigned(Call call) {
    String body = call.body().toString();
    return call.signing().sign(body + " ").withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer signedForAnotherPath(Call call) {
    return call.signing().on("/aps/api/v1/codes/inquiryCodeRules").sign(call.body().toString());
  }

  static Answer signedForAnotherClient(Call call) {
    return call.signing().to(OTHER_CLIENT).sign(call.body().toString());
  }

  static Answer signedTwice(Call call) {
    return doubled(call, SIGNATURE);
  }

  static Answer timedTwice(Call call) {
    return doubled(call, RESPONSE_TIME);
  }

  private static Answer doubled(Call call, String header) {
    Answer answer = call.codes();
    String value = answer.header(header);
    return answer.with(header, value, value);
  }

  static Answer unknownKeyVersion(Call call) {
    return call.signing().with(UNKNOWN_VERSION).sign(call.body().toString());
  }

  static Answer stale(Call call) {
    return call.signing().at(call.now().minus(HOUR)).sign(call.body().toString());
  }

  static Answer future(Call call) {
    return call.signing().at(call.now().plus(HOUR)).sign(call.body().toString());
  }

  static Answer untimed(Call call) {
    return call.codes().without(RESPONSE_TIME);
  }

  static Answer unreadablyTimed(Call call) {
    return call.codes().with(RESPONSE_TIME, "yesterday");
  }

  static Answer replayed(Call call) {
    return call.memory().answers().of(call.customer(), call::codes);
  }

  /**
   * The header rewritten: {@code algorithm}, {@code keyVersion}, {@code signature}, in that order.
   */
  static Behaviour ofHeader(UnaryOperator<String> change) {
    return call -> call.codes().changing(SIGNATURE, change);
  }

  static String reordered(String header) {
    String[] pairs = header.split(",", 3);
    return pairs[2] + " , clientId=any=thing,  " + pairs[1] + " ," + pairs[0];
  }

  static String inBase64Url(String header) {
    return inBase64(header).replace('+', '-').replace('/', '_').replaceFirst("=+$", "");
  }

  static String inBase64(String header) {
    return URLDecoder.decode(header, StandardCharsets.UTF_8);
  }
}
