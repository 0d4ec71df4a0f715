package dev.paycode.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.result.SpecifiedCode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Rightly signed answers whose body is not the JSON of the protocol. */
final class JsonFaults {

  private static final ResultCode BRAND_NEW = ResultCode.parse("BRAND_NEW");
  private static final int TOO_LONG = 70_000;
  private static final int TOO_DEEP = 10_000;

  private JsonFaults() {}

  /** The codes with the body's text changed before it is signed. */
  static Behaviour ofText(UnaryOperator<String> change) {
    return call -> call.signing().sign(changed(change, call.body().toString()));
  }

  /**
   * @throws NullPointerException if the change gives null
   */
  static String changed(UnaryOperator<String> change, String body) {
    return requireNonNull(change.apply(body), "the script's change gave null");
  }

  /** The codes with the body's tree changed before it is signed. */
  static Behaviour ofTree(Consumer<ObjectNode> change) {
    return call -> {
      ObjectNode body = call.body();
      change.accept(body);
      return call.signed(body);
    };
  }

  /** The codes under another status and code, which contradict each other or the codes. */
  static Behaviour ofCodesUnder(ResultStatus status, SpecifiedCode code) {
    return ofResult(
        result -> result.put("resultStatus", status.name()).put("resultCode", code.name()));
  }

  /** The codes under that text as status. */
  static Behaviour ofCodesUnder(String status) {
    return ofResult(result -> result.put("resultStatus", status));
  }

  /** The codes with a code of result that no specification knows. */
  static Behaviour ofCodesUnderBrandNewCode() {
    return ofResult(result -> result.put("resultCode", BRAND_NEW.text()));
  }

  /** No codes, and a code of result that no specification knows. */
  static Behaviour ofBrandNewCode(ResultStatus status) {
    return call -> call.refusal(Result.of(status, BRAND_NEW, "something new"));
  }

  private static Behaviour ofResult(Consumer<ObjectNode> change) {
    return ofTree(body -> change.accept(body.withObject("/result")));
  }

  static Answer notUtf8(Call call) {
    return call.signing().sign(withMessage(call, "\u00e9t\u00e9").toString().getBytes(ISO_8859_1));
  }

  static Answer tooLong(Call call) {
    return call.signed(withMessage(call, "x".repeat(TOO_LONG)));
  }

  private static ObjectNode withMessage(Call call, String message) {
    ObjectNode body = call.body();
    body.withObject("/result").put("resultMessage", message);
    return body;
  }

  static String withStatusTwice(String body) {
    return body.replace("\"resultStatus\":", "\"resultStatus\":\"F\",\"resultStatus\":");
  }

  static String withEscapedStatusTwice(String body) {
    return body.replace("\"resultStatus\":", "\"resultSt\\u0061tus\":\"F\",\"resultStatus\":");
  }

  static String withDepth(String body) {
    return "{\"deep\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP) + "," + body.substring(1);
  }

  static void addUnknownFields(ObjectNode body) {
    body.put("newField", "new").putObject("newObject").putArray("newList").add("1").addNull();
  }
}
