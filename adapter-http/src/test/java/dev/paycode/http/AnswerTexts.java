package dev.paycode.http;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts of answers: known fields of right and wrong types among unknown ones, in any order. */
final class AnswerTexts {

  private static final int DEEPEST = 3;
  private static final String BLANKS = " \t\r\n";

  private AnswerTexts() {}

  static Arbitrary<String> any() {
    Arbitrary<String> result =
        object(
            List.of(
                field("\"resultStatus\"", mostly("\"S\"")),
                field(
                    "\"resultCode\"",
                    mostly("\"SUCCESS\"", "\"\\u0053UCCESS\"", "\"PROCESS_FAIL\"")),
                field("\"resultMessage\"", mostly("\"words\""))));
    Arbitrary<String> entry =
        object(
            List.of(
                field("\"paymentCode\"", mostly("\"281006020000000000125733\"")),
                field("\"codeValidityStartTime\"", mostly("\"2024-06-01T12:00:00+08:00\"")),
                field("\"codeExpiryTime\"", mostly("\"2024-06-01T12:01:00+08:00\""))));
    return object(
            List.of(
                field("\"result\"", mostly(result)),
                field("\"paymentCodeInfoList\"", mostly(array(mostly(entry))))))
        .map(text -> BLANKS + text + BLANKS);
  }

  private static Arbitrary<String> mostly(String... usual) {
    return mostly(Arbitraries.of(usual));
  }

  private static Arbitrary<String> mostly(Arbitrary<String> usual) {
    return Arbitraries.frequencyOf(Tuple.of(14, usual), Tuple.of(1, value(DEEPEST)));
  }

  private static Arbitrary<String> field(String name, Arbitrary<String> value) {
    return value.map(text -> name + ":" + text);
  }

  /** Two of the unknown names are one, written in two ways. */
  private static Arbitrary<String> unknown(int deepest) {
    Arbitrary<String> name =
        Arbitraries.of(
            "\"a\"", "\"b\"", "\"c\"", "\"\\u0063\"", "\"é😀\"", "\"paymentCode\"", "\"result\"");
    return Combinators.combine(name, value(deepest)).as((key, value) -> key + ":" + value);
  }

  private static Arbitrary<String> object(List<Arbitrary<String>> known) {
    return Combinators.combine(
            Combinators.combine(known).as(List::copyOf), unknown(DEEPEST).list().ofMaxSize(1))
        .as((some, more) -> Stream.concat(some.stream(), more.stream()).toList())
        .flatMap(Arbitraries::shuffle)
        .map(fields -> fields.stream().collect(joining(",", "{", "}")));
  }

  private static Arbitrary<String> array(Arbitrary<String> element) {
    return element.list().ofMaxSize(12).map(list -> list.stream().collect(joining(",", "[", "]")));
  }

  private static Arbitrary<String> value(int deepest) {
    Arbitrary<String> scalar =
        Arbitraries.of(
            "null",
            "true",
            "-0.5e-7",
            "1E9999999999",
            "9".repeat(32),
            "9".repeat(33),
            "\"\"",
            "\"é😀\ufffd\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"}],{[:\\\"\\\\u\"");
    return deepest == 0
        ? scalar
        : Arbitraries.oneOf(
            scalar,
            Arbitraries.lazy(() -> array(value(deepest - 1))),
            Arbitraries.lazy(
                () ->
                    unknown(deepest - 1)
                        .list()
                        .ofMaxSize(3)
                        .map(fields -> fields.stream().collect(joining(",", "{", "}")))));
  }

  /** What a text may be changed to somewhere. */
  static Arbitrary<String> splices() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(4),
        Arbitraries.of(
            "",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\u0000",
            "\ufeff",
            "\\ud800",
            "null",
            "{}",
            "9".repeat(40),
            "[".repeat(20),
            "\"result\":{},",
            "\"re\\u0073ult\":{},",
            "\"a\":1,\"a\":1,"));
  }
}
