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

  static final String LIST = "paymentCodeInfoList";
  static final String CODE = "paymentCode";
  static final String START = "codeValidityStartTime";
  static final String EXPIRY = "codeExpiryTime";

  /** Where Alipay+ keeps its clocks. */
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private static final JsonMapper MAPPER = new JsonMapper();

  private AnswerBody() {}

  /** The body that tells a result and nothing else. */
  static ObjectNode of(Result result) {
    ObjectNode body = MAPPER.createObjectNode();
    body.putObject("result")
        .put("resultCode", result.code().text())
        .put("resultStatus", result.status().name())
        .put("resultMessage", result.message());
    return body;
  }

  /** The body that tells a result and these codes. */
  static ObjectNode of(Result result, List<IssuedCode> codes) {
    ObjectNode body = of(result);
    ArrayNode list = body.putArray(LIST);
    codes.forEach(code -> put(list.addObject(), code));
    return body;
  }

  /** A time as bodies and headers have it. */
  static String print(Instant time) {
    return MessageTime.print(time, OFFSET);
  }

  private static void put(ObjectNode info, IssuedCode code) {
    info.put(CODE, code.code().reveal())
        .put(START, print(code.window().start()))
        .put(EXPIRY, print(code.window().expiry()));
  }
}
