package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import dev.paycode.message.MessageTime;
import dev.paycode.result.Result;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON of answers (protocol.md §4): every scalar a string. */
final class AnswerBody {

  /** Where Alipay+ keeps its clocks. */
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private static final JsonMapper MAPPER = new JsonMapper();

  private AnswerBody() {}

  /** The body that tells a result and nothing else. */
  static String of(Result result) {
    return withResult(result).toString();
  }

  /** The body that tells a result and these codes. */
  static String of(Result result, List<IssuedCode> codes) {
    ObjectNode body = withResult(result);
    ArrayNode list = body.putArray("paymentCodeInfoList");
    codes.forEach(code -> put(list.addObject(), code));
    return body.toString();
  }

  /** A time as bodies and headers have it. */
  static String print(Instant time) {
    return MessageTime.print(time, OFFSET);
  }

  private static ObjectNode withResult(Result result) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putObject("result")
        .put("resultCode", result.code().text())
        .put("resultStatus", result.status().name())
        .put("resultMessage", result.message());
    return body;
  }

  private static void put(ObjectNode info, IssuedCode code) {
    info.put("paymentCode", code.code().reveal())
        .put("codeValidityStartTime", print(code.window().start()))
        .put("codeExpiryTime", print(code.window().expiry()));
  }
}
