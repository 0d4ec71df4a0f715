package dev.paycode.sandbox;

import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Answers calls that nothing is wrong with: with codes, or as the {@link ScriptedCustomer} says.
 */
final class Scripts {

  private static final Duration STALE = Duration.ofHours(1);

  private Scripts() {}

  /** What to do after this call. */
  static Delivery answer(Call call) {
    if (!ScriptedCustomer.isMeantBy(call.request().customerId())) {
      return codes(call);
    }
    return ScriptedCustomer.of(call.request().customerId())
        .map(script -> play(script, call))
        .orElseGet(() -> misspelt(call));
  }

  private static Delivery play(ScriptedCustomer script, Call call) {
    return switch (script) {
      case NO_ANSWER -> call.held()::hold;
      case SUCCESS -> codes(call);
      case U_THEN_S -> firstUnknown(call);
      case UNSIGNED -> codes(call).without("Signature");
      case WRONGLY_SIGNED -> wronglySigned(call);
      case STALE -> call.signedAt(call.now().minus(STALE), call.codes());
      case HTTP_502 -> badGateway();
      case HTTP_429 -> tooManyRequests();
      case EMPTY_LIST -> call.signed(call.success(List.of()));
      case DUPLICATE_KEYS -> call.signed(withStatusTwice(call.codes()));
      case ACCESS_DENIED,
          INVALID_CLIENT,
          INVALID_SIGNATURE,
          KEY_NOT_FOUND,
          MEDIA_TYPE_NOT_ACCEPTABLE,
          METHOD_NOT_SUPPORTED,
          NO_INTERFACE_DEF,
          PARAM_ILLEGAL,
          PROCESS_FAIL,
          REQUEST_TRAFFIC_EXCEED_LIMIT,
          UNKNOWN_EXCEPTION ->
          refusal(call, Results.of(SpecifiedCode.valueOf(script.name())));
    };
  }

  private static Answer codes(Call call) {
    return call.signed(call.codes());
  }

  private static Answer refusal(Call call, Result result) {
    return call.signed(AnswerBody.of(result));
  }

  private static Answer misspelt(Call call) {
    return refusal(
        call,
        Results.illegal(
            "customerId", "one of the sandbox's scripted customers if it begins with sandbox-"));
  }

  private static Answer firstUnknown(Call call) {
    return call.isFirst()
        ? refusal(call, Results.of(SpecifiedCode.UNKNOWN_EXCEPTION))
        : codes(call);
  }

  private static Answer wronglySigned(Call call) {
    String body = call.codes();
    return call.signed(body + " ").withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String withStatusTwice(String body) {
    return body.replace("\"resultStatus\":", "\"resultStatus\":\"F\",\"resultStatus\":");
  }

  private static Answer badGateway() {
    return unsigned(
        502,
        Map.of("Content-Type", List.of("text/html")),
        "<html><body><h1>502 Bad Gateway</h1></body></html>\n");
  }

  private static Answer tooManyRequests() {
    return unsigned(
        429,
        Map.of("Content-Type", List.of("text/plain"), "Retry-After", List.of("1")),
        "Too Many Requests\n");
  }

  private static Answer unsigned(int status, Map<String, List<String>> headers, String body) {
    return Answer.of(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
