package dev.paycode.sandbox;

import static dev.paycode.result.ResultStatus.F;
import static dev.paycode.result.ResultStatus.S;
import static dev.paycode.result.ResultStatus.U;
import static dev.paycode.sandbox.CodeFaults.ofDigits;
import static dev.paycode.sandbox.CodeFaults.ofTimes;
import static dev.paycode.sandbox.HttpFaults.ofRetryAfter;
import static dev.paycode.sandbox.HttpFaults.ofStatus;
import static dev.paycode.sandbox.JsonFaults.ofBrandNewCode;
import static dev.paycode.sandbox.JsonFaults.ofCodesUnder;
import static dev.paycode.sandbox.JsonFaults.ofCodesUnderBrandNewCode;
import static dev.paycode.sandbox.JsonFaults.ofText;
import static dev.paycode.sandbox.JsonFaults.ofTree;
import static dev.paycode.sandbox.SignatureFaults.ofHeader;

import dev.paycode.request.CustomerId;
import dev.paycode.result.SpecifiedCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The customers whose answers are scripted: ask for codes for {@code sandbox-UNSIGNED}, get codes
 * without a signature. {@link #meaning()} says what each of them gets; {@code
 * docs/testing-with-the-sandbox.md} has all of them in a table.
 *
 * <p>A dot and any text may follow, to have many customers with one script: {@code
 * sandbox-U-THEN-S.alice}. Any other id that begins with {@code sandbox-} is {@code PARAM_ILLEGAL},
 * so that a misspelt script is not taken for a success. A script is played for requests that
 * nothing is wrong with; where its answer has codes, they are as many as are asked for, rightly
 * signed, unless its meaning says otherwise. Of connections without an answer the newest 32 stay
 * open.
 */
@SuppressWarnings("ImmutableEnumChecker") // the behaviours are functions without a state
public enum ScriptedCustomer {
  // Results as they are specified.
  SUCCESS("SUCCESS", "codes, as for everybody else", Call::codes),
  ACCESS_DENIED(SpecifiedCode.ACCESS_DENIED),
  INVALID_CLIENT(SpecifiedCode.INVALID_CLIENT),
  INVALID_SIGNATURE(SpecifiedCode.INVALID_SIGNATURE),
  KEY_NOT_FOUND(SpecifiedCode.KEY_NOT_FOUND),
  MEDIA_TYPE_NOT_ACCEPTABLE(SpecifiedCode.MEDIA_TYPE_NOT_ACCEPTABLE),
  METHOD_NOT_SUPPORTED(SpecifiedCode.METHOD_NOT_SUPPORTED),
  NO_INTERFACE_DEF(SpecifiedCode.NO_INTERFACE_DEF),
  PARAM_ILLEGAL(SpecifiedCode.PARAM_ILLEGAL),
  PROCESS_FAIL(SpecifiedCode.PROCESS_FAIL),
  REQUEST_TRAFFIC_EXCEED_LIMIT(SpecifiedCode.REQUEST_TRAFFIC_EXCEED_LIMIT),
  UNKNOWN_EXCEPTION(SpecifiedCode.UNKNOWN_EXCEPTION),
  U_THEN_S(
      "U-THEN-S",
      "U UNKNOWN_EXCEPTION the first time, codes ever after",
      call -> call.isFirst() ? call.refusal(SpecifiedCode.UNKNOWN_EXCEPTION) : call.codes()),

  // Results as they are not specified.
  F_UNKNOWN_CODE("F-UNKNOWN-CODE", "the result F with the code BRAND_NEW", ofBrandNewCode(F)),
  U_UNKNOWN_CODE("U-UNKNOWN-CODE", "the result U with the code BRAND_NEW", ofBrandNewCode(U)),
  S_UNKNOWN_CODE(
      "S-UNKNOWN-CODE", "codes under S with the code BRAND_NEW", ofCodesUnderBrandNewCode()),
  S_WITH_U_CODE(
      "S-WITH-U-CODE",
      "codes under S with the code UNKNOWN_EXCEPTION",
      ofCodesUnder(S, SpecifiedCode.UNKNOWN_EXCEPTION)),
  S_WITH_F_CODE(
      "S-WITH-F-CODE",
      "codes under S with the code PROCESS_FAIL",
      ofCodesUnder(S, SpecifiedCode.PROCESS_FAIL)),
  F_WITH_S_CODE(
      "F-WITH-S-CODE",
      "codes under F with the code SUCCESS",
      ofCodesUnder(F, SpecifiedCode.SUCCESS)),
  U_WITH_S_CODE(
      "U-WITH-S-CODE",
      "codes under U with the code SUCCESS",
      ofCodesUnder(U, SpecifiedCode.SUCCESS)),
  UNKNOWN_STATUS("UNKNOWN-STATUS", "codes under the status X", ofCodesUnder("X")),
  LOWER_CASE_STATUS("LOWER-CASE-STATUS", "codes under the status s", ofCodesUnder("s")),
  BLANK_STATUS("BLANK-STATUS", "codes under a blank status", ofCodesUnder(" ")),
  NO_RESULT("NO-RESULT", "codes without a result", ofTree(body -> body.remove("result"))),
  NULL_RESULT("NULL-RESULT", "codes with the result null", ofTree(body -> body.putNull("result"))),
  TEXT_RESULT(
      "TEXT-RESULT", "codes with a text as result", ofTree(body -> body.put("result", "S"))),

  // Signatures.
  UNSIGNED("UNSIGNED", "codes without a signature", SignatureFaults::unsigned),
  UNSIGNED_REFUSAL(
      "UNSIGNED-REFUSAL",
      "F INVALID_SIGNATURE without signature and Response-Time",
      SignatureFaults::unsignedRefusal),
  WRONGLY_SIGNED(
      "WRONGLY-SIGNED",
      "codes with the signature of a body that has one more blank",
      SignatureFaults::wronglySigned),
  OTHER_PATH("OTHER-PATH", "codes signed for another path", SignatureFaults::signedForAnotherPath),
  OTHER_CLIENT(
      "OTHER-CLIENT",
      "codes to another client ID, rightly signed for it",
      SignatureFaults::signedForAnotherClient),
  TWO_SIGNATURES(
      "TWO-SIGNATURES", "codes with the right signature twice", SignatureFaults::signedTwice),
  UNKNOWN_KEY_VERSION(
      "UNKNOWN-KEY-VERSION",
      "codes, the signature with key version 99",
      SignatureFaults::unknownKeyVersion),
  OTHER_ALGORITHM(
      "OTHER-ALGORITHM",
      "codes, the signature with algorithm=ECC256",
      ofHeader(signature -> signature.replace("RSA256", "ECC256"))),
  REORDERED_SIGNATURE(
      "REORDERED-SIGNATURE",
      "codes, the signature's pairs in another order with one more",
      ofHeader(SignatureFaults::reordered)),
  BASE64URL_SIGNATURE(
      "BASE64URL-SIGNATURE",
      "codes, the signature in Base64url without padding",
      ofHeader(SignatureFaults::inBase64Url)),
  BASE64_SIGNATURE(
      "BASE64-SIGNATURE",
      "codes, the signature in Base64 without URL encoding",
      ofHeader(SignatureFaults::inBase64)),

  // Times.
  STALE("STALE", "codes in an answer that is one hour old, rightly signed", SignatureFaults::stale),
  FUTURE("FUTURE", "codes in an answer of the next hour, rightly signed", SignatureFaults::future),
  NO_TIME("NO-TIME", "codes without Response-Time", SignatureFaults::untimed),
  TWO_TIMES("TWO-TIMES", "codes with the right Response-Time twice", SignatureFaults::timedTwice),
  UNREADABLE_TIME(
      "UNREADABLE-TIME", "codes with Response-Time: yesterday", SignatureFaults::unreadablyTimed),
  REPLAY(
      "REPLAY",
      "the answer to the customer's first call, byte for byte, ever after",
      SignatureFaults::replayed),

  // HTTP.
  HTTP_200("HTTP-200", "HTTP 200 with a page of HTML", ofStatus(200)),
  HTTP_204("HTTP-204", "HTTP 204 without a body", call -> HttpFaults.noContent()),
  HTTP_301("HTTP-301", "HTTP 301 to the path that was called", ofStatus(301)),
  HTTP_302("HTTP-302", "HTTP 302 to the path that was called", ofStatus(302)),
  HTTP_307("HTTP-307", "HTTP 307 to the path that was called", ofStatus(307)),
  HTTP_308("HTTP-308", "HTTP 308 to the path that was called", ofStatus(308)),
  HTTP_400("HTTP-400", "HTTP 400 with a page of HTML", ofStatus(400)),
  HTTP_401("HTTP-401", "HTTP 401 with a page of HTML", ofStatus(401)),
  HTTP_403("HTTP-403", "HTTP 403 with a page of HTML", ofStatus(403)),
  HTTP_404("HTTP-404", "HTTP 404 with a page of HTML", ofStatus(404)),
  HTTP_405("HTTP-405", "HTTP 405 with a page of HTML", ofStatus(405)),
  HTTP_406("HTTP-406", "HTTP 406 with a page of HTML", ofStatus(406)),
  HTTP_407("HTTP-407", "HTTP 407 with a page of HTML", ofStatus(407)),
  HTTP_408("HTTP-408", "HTTP 408 with a page of HTML", ofStatus(408)),
  HTTP_413("HTTP-413", "HTTP 413 with a page of HTML", ofStatus(413)),
  HTTP_414("HTTP-414", "HTTP 414 with a page of HTML", ofStatus(414)),
  HTTP_415("HTTP-415", "HTTP 415 with a page of HTML", ofStatus(415)),
  HTTP_431("HTTP-431", "HTTP 431 with a page of HTML", ofStatus(431)),
  HTTP_429("HTTP-429", "HTTP 429 with Retry-After: 1", ofRetryAfter("1")),
  HTTP_429_DATE(
      "HTTP-429-DATE",
      "HTTP 429 with a date of 2099 in Retry-After",
      ofRetryAfter("Thu, 31 Dec 2099 00:00:00 GMT")),
  HTTP_429_GARBAGE("HTTP-429-GARBAGE", "HTTP 429 with Retry-After: soon", ofRetryAfter("soon")),
  HTTP_429_NEGATIVE("HTTP-429-NEGATIVE", "HTTP 429 with Retry-After: -1", ofRetryAfter("-1")),
  HTTP_429_HUGE(
      "HTTP-429-HUGE", "HTTP 429 with Retry-After: 1000000000", ofRetryAfter("1000000000")),
  HTTP_500("HTTP-500", "HTTP 500 with a page of HTML", ofStatus(500)),
  HTTP_501("HTTP-501", "HTTP 501 with a page of HTML", ofStatus(501)),
  HTTP_502("HTTP-502", "HTTP 502 with a page of HTML", ofStatus(502)),
  HTTP_503("HTTP-503", "HTTP 503 with a page of HTML", ofStatus(503)),
  HTTP_504("HTTP-504", "HTTP 504 with a page of HTML", ofStatus(504)),
  HTTP_505("HTTP-505", "HTTP 505 with a page of HTML", ofStatus(505)),
  HTTP_999("HTTP-999", "HTTP 999 with a page of HTML", ofStatus(999)),
  CODES_WITH_201(
      "CODES-WITH-201",
      "codes, rightly signed, with HTTP 201",
      call -> call.codes().withStatus(201)),
  CODES_WITH_500(
      "CODES-WITH-500",
      "codes, rightly signed, with HTTP 500",
      call -> call.codes().withStatus(500)),
  REFUSAL_WITH_400(
      "REFUSAL-WITH-400",
      "F PARAM_ILLEGAL, rightly signed, with HTTP 400",
      call -> call.refusal(SpecifiedCode.PARAM_ILLEGAL).withStatus(400)),
  GZIP("GZIP", "codes compressed, although nobody asked for it", HttpFaults::gzip),

  // Time that an answer takes.
  NO_ANSWER("NO-ANSWER", "no answer; the connection stays open", PaceFaults::noAnswer),
  SLOW("SLOW", "codes after 2 s", PaceFaults::slow),
  SLOW_HEAD("SLOW-HEAD", "codes, the head at 10 bytes a second", PaceFaults::slowHead),
  SLOW_BODY("SLOW-BODY", "codes, the body at 10 bytes a second", PaceFaults::slowBody),
  STALLED_BODY(
      "STALLED-BODY",
      "half of the body with codes; the connection stays open",
      PaceFaults::stalledBody),

  // Connections and framing.
  RESET("RESET", "a reset of the connection, no answer", call -> FramingFaults.reset()),
  RESET_WITHIN_BODY(
      "RESET-WITHIN-BODY",
      "half of the body with codes, then a reset",
      call -> FramingFaults.resetWithin(call.codes())),
  HANG_UP("HANG-UP", "the end of the connection, no answer", call -> FramingFaults.hungUp()),
  HANG_UP_AFTER(
      "HANG-UP-AFTER",
      "codes, then the end of the connection, unannounced",
      call -> FramingFaults.hungUpAfter(call.codes())),
  TRUNCATED_BODY(
      "TRUNCATED-BODY",
      "half of the body with codes, then the end",
      call -> FramingFaults.truncated(call.codes())),
  CUT_BODY(
      "CUT-BODY",
      "the same without length, and without farewell by TLS",
      call -> FramingFaults.cut(call.codes())),
  CHUNKED(
      "CHUNKED",
      "codes in a chunked body, which is right",
      call -> FramingFaults.chunked(call.codes())),
  TRUNCATED_CHUNK(
      "TRUNCATED-CHUNK",
      "half of a chunk with codes, then the end",
      call -> FramingFaults.truncatedChunk(call.codes())),
  BAD_CHUNK(
      "BAD-CHUNK", "a chunk of the size \"many\"", call -> FramingFaults.badChunk(call.codes())),
  TWO_LENGTHS(
      "TWO-LENGTHS",
      "codes with Content-Length 10 and 20",
      call -> FramingFaults.lengths(call.codes(), "10", "20")),
  SHORT_LENGTH(
      "SHORT-LENGTH",
      "codes with Content-Length 10",
      call -> FramingFaults.lengths(call.codes(), "10")),
  NEGATIVE_LENGTH(
      "NEGATIVE-LENGTH",
      "codes with Content-Length -1",
      call -> FramingFaults.lengths(call.codes(), "-1")),
  LENGTH_AND_CHUNKS(
      "LENGTH-AND-CHUNKS",
      "codes in a chunked body that has a length as well",
      call -> FramingFaults.lengthAndChunks(call.codes())),
  SECOND_RESPONSE(
      "SECOND-RESPONSE",
      "codes, and at once a second answer with somebody else's",
      FramingFaults::followedByAnother),
  INTERIM_ANSWERS(
      "INTERIM-ANSWERS",
      "HTTP 100, 102 and 103, then codes",
      call -> FramingFaults.afterInterimAnswers(call.codes())),
  ENDLESS_INTERIM_ANSWERS(
      "ENDLESS-INTERIM-ANSWERS",
      "HTTP 100 a thousand times",
      call -> FramingFaults.endlessInterimAnswers()),
  SWITCHED_PROTOCOLS(
      "SWITCHED-PROTOCOLS",
      "HTTP 101 to a protocol that nobody asked for",
      call -> FramingFaults.switchedProtocols()),
  GARBAGE("GARBAGE", "bytes that are no HTTP at all", call -> FramingFaults.garbage()),
  HUGE_HEADER(
      "HUGE-HEADER",
      "codes with a header of 400,000 bytes",
      call -> FramingFaults.hugeHeader(call.codes())),
  EMPTY_BODY("EMPTY-BODY", "an empty body, rightly signed", call -> call.signing().sign("")),
  OVERSIZE_BODY("OVERSIZE-BODY", "codes in a body of more than 70,000 bytes", JsonFaults::tooLong),
  ENDLESS_BODY(
      "ENDLESS-BODY",
      "codes, then blanks up to 64 MB",
      call -> FramingFaults.endlessBody(call.codes())),

  // JSON, rightly signed.
  DUPLICATE_KEYS(
      "DUPLICATE-KEYS",
      "codes with resultStatus first F, then S, rightly signed",
      ofText(JsonFaults::withStatusTwice)),
  ESCAPED_DUPLICATE_KEYS(
      "ESCAPED-DUPLICATE-KEYS",
      "the same, with an escape in the first of the two keys",
      ofText(JsonFaults::withEscapedStatusTwice)),
  TRAILING_DATA("TRAILING-DATA", "codes with {} behind the body", ofText(body -> body + "{}")),
  BOM("BOM", "codes with a byte order mark before the body", ofText(body -> "\uFEFF" + body)),
  NOT_UTF8("NOT-UTF8", "codes in a body in ISO 8859-1", JsonFaults::notUtf8),
  NOT_JSON("NOT-JSON", "the text OK, rightly signed", ofText(body -> "OK")),
  ARRAY("ARRAY", "codes in an array around the body", ofText(body -> "[" + body + "]")),
  DEEP_NESTING(
      "DEEP-NESTING", "codes with 10,000 arrays in one another", ofText(JsonFaults::withDepth)),
  HALF_JSON(
      "HALF-JSON",
      "the first half of the JSON with codes, rightly signed",
      ofText(body -> body.substring(0, body.length() / 2))),
  UNKNOWN_FIELDS(
      "UNKNOWN-FIELDS",
      "codes beside fields that nobody knows, which is right",
      ofTree(JsonFaults::addUnknownFields)),

  // Codes, rightly signed.
  EMPTY_LIST(
      "EMPTY-LIST",
      "S SUCCESS with an empty list of codes, rightly signed",
      call -> call.signed(call.success(List.of()))),
  NO_LIST(
      "NO-LIST", "S SUCCESS without a list of codes", call -> call.refusal(SpecifiedCode.SUCCESS)),
  NULL_LIST(
      "NULL-LIST",
      "S SUCCESS with null for the list of codes",
      ofTree(body -> body.putNull(AnswerBody.LIST))),
  FEWER_CODES("FEWER-CODES", "one code fewer than asked for, but one at least", CodeFaults::fewer),
  MORE_CODES("MORE-CODES", "two codes more than asked for", CodeFaults::more),
  MANY_CODES("MANY-CODES", "200 codes", call -> CodeFaults.number(call, 200)),
  SAME_CODE_TWICE("SAME-CODE-TWICE", "the same code twice in one answer", CodeFaults::twice),
  SAME_CODES_AGAIN(
      "SAME-CODES-AGAIN",
      "the codes of the customer's first call, in a fresh answer",
      CodeFaults::again),
  EXPIRED_CODES("EXPIRED-CODES", "codes of an hour ago", CodeFaults::expired),
  FUTURE_CODES("FUTURE-CODES", "codes that are valid in an hour", CodeFaults::early),
  BACKWARD_WINDOWS(
      "BACKWARD-WINDOWS", "codes that expire before they start", CodeFaults::backwards),
  CODES_OF_HOURS("CODES-OF-HOURS", "codes that are valid for eight hours", CodeFaults::ofHours),
  GAPS("GAPS", "codes ten minutes apart", CodeFaults::withGaps),
  LATEST_FIRST("LATEST-FIRST", "codes, the latest first", CodeFaults::latestFirst),
  TIMES_WITHOUT_OFFSET(
      "TIMES-WITHOUT-OFFSET",
      "codes with times that have no offset",
      ofTimes(CodeFaults::withoutOffset)),
  TIMES_IN_MILLISECONDS(
      "TIMES-IN-MILLISECONDS",
      "codes with times in milliseconds since 1970",
      ofTimes(CodeFaults::inMilliseconds)),
  TIMES_IN_UTC(
      "TIMES-IN-UTC", "codes with times in UTC with Z, which is right", ofTimes(CodeFaults::inUtc)),
  LETTERS_IN_CODES(
      "LETTERS-IN-CODES", "codes with letters among the digits", ofDigits(code -> code + "AB")),
  BLANKS_IN_CODES(
      "BLANKS-IN-CODES",
      "codes with a blank after each four digits",
      ofDigits(code -> code.replaceAll("(.{4})(?=.)", "$1 "))),
  WIDE_DIGITS("WIDE-DIGITS", "codes with the wide digits of East Asia", ofDigits(CodeFaults::wide)),
  SHORT_CODES("SHORT-CODES", "codes of 15 digits", ofDigits(code -> code.substring(0, 15))),
  LONG_CODES("LONG-CODES", "codes of 33 digits", ofDigits(code -> code + "000000000")),
  ONE_BAD_CODE("ONE-BAD-CODE", "codes, the first of which is no code", CodeFaults::firstIsNone),
  CODES_AS_NUMBERS("CODES-AS-NUMBERS", "codes as JSON numbers", CodeFaults::numbers);

  private static final String PREFIX = "sandbox-";

  private final String script;
  private final String meaning;
  private final Behaviour behaviour;

  ScriptedCustomer(String script, String meaning, Behaviour behaviour) {
    this.script = script;
    this.meaning = meaning;
    this.behaviour = behaviour;
  }

  ScriptedCustomer(SpecifiedCode code) {
    this(
        code.name(), "the result " + code.status() + " " + code.name(), call -> call.refusal(code));
  }

  /** The id to ask with, such as {@code sandbox-U-THEN-S}. */
  public String customerId() {
    return PREFIX + script;
  }

  /** What is answered, in some words for a person. */
  public String meaning() {
    return meaning;
  }

  /** The script that this customer gets. */
  Script script() {
    return Script.of(script, behaviour);
  }

  /** The script that the id names, or that of everybody whose id means none. */
  static Script scriptFor(CustomerId customer) {
    return customer.value().startsWith(PREFIX)
        ? of(customer).map(ScriptedCustomer::script).orElseGet(ScriptedCustomer::misspelt)
        : Script.codes();
  }

  private static Script misspelt() {
    return Script.result(
        Results.illegal(
            "customerId", "one of the sandbox's scripted customers if it begins with sandbox-"));
  }

  /** The customer with that id, or with that id and a dot and more. */
  static Optional<ScriptedCustomer> of(CustomerId customer) {
    return Arrays.stream(values())
        .filter(scripted -> scripted.isNamedBy(customer.value()))
        .findFirst();
  }

  private boolean isNamedBy(String id) {
    return id.equals(customerId()) || id.startsWith(customerId() + ".");
  }
}
