package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.MessageTime;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer the plain way, text and tree first and then the values, for comparison. */
final class TreeReader {

  private static final int MOST = 10;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(32)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TreeReader() {}

  static Reply read(VerifiedBody body) {
    return parse(body.bytes())
        .map(json -> read(json, body))
        .orElseGet(() -> new Reply.NoResult(Cause.BODY_MALFORMED));
  }

  static Optional<JsonNode> parse(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(MAPPER.readTree(text))
          .filter(JsonNode::isObject)
          .filter(TreeReader::isWellFormed);
    } catch (CharacterCodingException | JacksonException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isWellFormed(JsonNode node) {
    return node.stringValueOpt().stream().allMatch(TreeReader::isWellFormed)
        && node.propertyNames().stream().allMatch(TreeReader::isWellFormed)
        && node.values().stream().allMatch(TreeReader::isWellFormed);
  }

  private static boolean isWellFormed(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }

  private static Reply read(JsonNode json, VerifiedBody body) {
    return result(json.path("result"))
        .map(result -> read(result, json.path("paymentCodeInfoList"), body))
        .orElseGet(() -> new Reply.NoResult(Cause.RESULT_MISSING));
  }

  private static Reply read(Result result, JsonNode list, VerifiedBody body) {
    if (!result.isSuccess() || list.isMissingNode() || list.isNull()) {
      return answer(result, List.of(), 0, body);
    }
    List<IssuedCode> codes =
        list.isArray()
            ? list.values().stream().flatMap(entry -> code(entry).stream()).limit(MOST).toList()
            : List.of();
    int dropped = list.isArray() ? list.size() - codes.size() : 1;
    return codes.isEmpty() && dropped > 0
        ? new Reply.NoResult(Cause.CODES_MALFORMED)
        : answer(result, codes, dropped, body);
  }

  private static Reply answer(
      Result result, List<IssuedCode> codes, int dropped, VerifiedBody body) {
    return new Reply.Answer(result, codes, dropped, body.answeredAt(), body.keyVersion());
  }

  private static Optional<Result> result(JsonNode result) {
    Optional<ResultStatus> status =
        result.path("resultStatus").stringValueOpt().map(ResultStatus::parse);
    Optional<ResultCode> code =
        result
            .path("resultCode")
            .stringValueOpt()
            .flatMap(text -> unlessShapeless(() -> ResultCode.parse(text)));
    String message = result.path("resultMessage").stringValueOpt().orElse("");
    return status.flatMap(known -> code.map(text -> Result.of(known, text, message)));
  }

  private static Optional<IssuedCode> code(JsonNode entry) {
    Optional<String> digits = entry.path("paymentCode").stringValueOpt();
    Optional<Instant> start = time(entry.path("codeValidityStartTime"));
    Optional<Instant> expiry = time(entry.path("codeExpiryTime"));
    return digits.flatMap(
        text ->
            start.flatMap(
                from ->
                    expiry.flatMap(
                        until ->
                            unlessShapeless(
                                () ->
                                    IssuedCode.of(
                                        PaymentCode.parse(text),
                                        ValidityWindow.between(from, until))))));
  }

  private static Optional<Instant> time(JsonNode text) {
    return text.stringValueOpt().flatMap(MessageTime::parse);
  }

  private static <T> Optional<T> unlessShapeless(Supplier<T> parsing) {
    try {
      return Optional.of(parsing.get());
    } catch (IllegalArgumentException shapeless) {
      return Optional.empty();
    }
  }
}
