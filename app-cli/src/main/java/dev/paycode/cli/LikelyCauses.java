package dev.paycode.cli;

import dev.paycode.http.GatewayAddress;
import dev.paycode.message.MessageTime;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import dev.paycode.signing.RsaVerifier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a signature does not verify, found by changing one thing after the other until it does: the
 * encoding of the signature, the key, the body, the path, the time.
 */
final class LikelyCauses {

  private static final int FURTHEST_SECONDS = 300;
  private static final int TOKYO_IS_AHEAD_HOURS = 9;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Message message;
  private final String signature;
  private final RsaVerifier alipayPlus;
  private final Optional<RsaVerifier> own;

  LikelyCauses(
      Message message, String signature, RsaVerifier alipayPlus, Optional<RsaVerifier> own) {
    this.message = message;
    this.signature = signature;
    this.alipayPlus = alipayPlus;
    this.own = own;
  }

  /** One change, and what it means if the signature verifies with it. */
  private record Guess(String meaning, MessageVerifier verifier, Message message, String header) {

    boolean explains() {
      return SignatureHeader.parse(header)
          .map(parsed -> verifier.verify(message.content(), parsed))
          .filter(Verdict.Verified.class::isInstance)
          .isPresent();
    }

    @Override
    public String toString() {
      return "Guess[" + meaning + "]";
    }
  }

  /** What explains it; empty if nothing does. Stops at the first thing that does. */
  List<String> found() {
    return Stream.<Supplier<Stream<String>>>of(
            this::encodings, this::keys, this::bodies, this::paths, this::times)
        .map(things -> things.get().toList())
        .filter(explanations -> !explanations.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<String> explaining(Stream<Guess> guesses) {
    return guesses.filter(Guess::explains).map(Guess::meaning).distinct();
  }

  private Stream<String> bodies() {
    String text = new String(message.body(), StandardCharsets.UTF_8);
    List<String> changed =
        explaining(
                Stream.of(
                    body("a line feed is missing at the end of the body", text + "\n"),
                    body("the body has white space around it that was not signed", text.strip()),
                    body(
                        "the line ends of the body were changed from LF to CR LF",
                        text.replace("\r\n", "\n")),
                    body(
                        "the line ends of the body were changed from CR LF to LF",
                        text.replace("\r\n", "\n").replace("\n", "\r\n")),
                    body(
                        "the body begins with a byte order mark that was not signed",
                        text.replaceFirst("^\uFEFF", "")),
                    withByteOrderMark()))
            .toList();
    return changed.isEmpty() ? explaining(compact()) : changed.stream();
  }

  private Guess withByteOrderMark() {
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.writeBytes(BYTE_ORDER_MARK);
    marked.writeBytes(message.body());
    return body("the byte order mark of the body was lost", marked.toByteArray());
  }

  private Stream<Guess> compact() {
    try {
      JsonMapper json = JsonMapper.shared();
      return Stream.of(
          body(
              "the body was written anew: compact JSON was signed; keep the bytes as they came",
              json.writeValueAsBytes(json.readTree(message.body()))));
    } catch (JacksonException notJson) {
      return Stream.empty();
    }
  }

  private Guess body(String meaning, String text) {
    return body(meaning, text.getBytes(StandardCharsets.UTF_8));
  }

  private Guess body(String meaning, byte[] bytes) {
    return guess(meaning, message.withBody(bytes));
  }

  /** The same instant in other words, then the seconds around it. */
  private Stream<String> times() {
    return explaining(
            MessageTime.parseLeniently(message.time()).stream()
                .flatMap(
                    instant ->
                        IntStream.rangeClosed(0, FURTHEST_SECONDS)
                            .boxed()
                            .flatMap(seconds -> Stream.of(seconds, -seconds))
                            .map(instant::plusSeconds))
                .flatMap(LikelyCauses::texts)
                .filter(text -> !text.equals(message.time()))
                .map(
                    text ->
                        guess(
                            "the time is another one: " + text + " was signed",
                            message.withTime(text))))
        .limit(1);
  }

  private static Stream<String> texts(Instant instant) {
    Stream<String> offsets =
        IntStream.rangeClosed(0, TOKYO_IS_AHEAD_HOURS)
            .mapToObj(hours -> MessageTime.print(instant, ZoneOffset.ofHours(hours)));
    return Stream.concat(
        offsets, Stream.of(instant.toString(), String.valueOf(instant.toEpochMilli())));
  }

  private Stream<String> paths() {
    String path = message.path();
    return explaining(
        Stream.of(
                GatewayAddress.PATH,
                path.replaceFirst("/$", ""),
                path + "/",
                path.replaceFirst("\\?.*", ""),
                path.replaceFirst("^https?://[^/]*", ""))
            .filter(other -> !other.equals(path))
            .map(
                other ->
                    guess(
                        "the path is another one: " + other + " was signed",
                        message.withPath(other))));
  }

  private Stream<String> keys() {
    Stream<Guess> versions =
        Stream.of(
            new Guess(
                "the header names another key version than the key that signed",
                alipayPlus,
                message,
                signature.replaceFirst("keyVersion=[^,]*,|,\\s*keyVersion=[^,]*", "")));
    Stream<Guess> ours =
        own.stream()
            .map(
                verifier ->
                    new Guess(
                        "the wallet's own key signed it, not Alipay+: it is a request, or the"
                            + " gateway is a sandbox with your keys",
                        verifier,
                        message,
                        signature));
    return explaining(Stream.concat(versions, ours));
  }

  private Stream<String> encodings() {
    return explaining(
        Stream.of(
            encoding("the header's name stands before its value", "^(?i)Signature:\\s*", ""),
            encoding("the value is the bare signature, without signature=", "^", "signature="),
            encoding("each + of the signature was turned into a blank", "(?<!,) ", "+"),
            encoding("the signature is broken into lines", "\\s+", ""),
            encoding("the signature is URL-encoded twice", "%25", "%"),
            encoding("the header is in quotes", "^[\"'](.*)[\"']$", "$1")));
  }

  private Guess encoding(String meaning, String pattern, String replacement) {
    return new Guess(meaning, alipayPlus, message, signature.replaceAll(pattern, replacement));
  }

  private Guess guess(String meaning, Message other) {
    return new Guess(meaning, alipayPlus, other, signature);
  }
}
