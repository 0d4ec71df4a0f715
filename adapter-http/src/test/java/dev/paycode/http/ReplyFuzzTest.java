package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReplyFuzzTest {

  private static final byte[] VALID = Fixtures.SUCCESS.getBytes(UTF_8);

  private final ReplyReader reader = Fixtures.reader();

  private Reply read(HttpReply reply) {
    return reader.read(reply.raw(), NOW);
  }

  private static boolean isSuccess(Reply reply) {
    return reply.statedResult().filter(Result::isSuccess).isPresent();
  }

  @Property
  void random_bytes_are_never_a_success_even_if_signed(@ForAll @Size(max = 200) byte[] body) {
    assertThat(isSuccess(read(HttpReply.signed(body)))).isFalse();
    assertThat(isSuccess(read(HttpReply.unsigned(body)))).isFalse();
  }

  @Property
  void a_body_changed_after_signing_is_never_an_answer(
      @ForAll @IntRange(max = 10_000) int place, @ForAll byte other) {
    byte[] changed = VALID.clone();
    changed[place % VALID.length] = other;

    assertThat(read(HttpReply.signed(VALID).carrying(changed)) instanceof Reply.Answer)
        .isEqualTo(other == VALID[place % VALID.length]);
  }

  @Property
  void a_body_changed_before_signing_is_read_or_refused_but_never_throws(
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll("splices") String splice,
      @ForAll @IntRange(max = 20) int cut) {
    String valid = Fixtures.SUCCESS;
    int start = place % valid.length();
    int end = Math.min(valid.length(), start + cut);
    String changed = valid.substring(0, start) + splice + valid.substring(end);

    Reply reply = read(HttpReply.signed(changed));

    assertThat(reply.codeCount()).isLessThanOrEqualTo(2);
    assertThat(reply.toString()).doesNotContain(Fixtures.FIRST_CODE);
  }

  @Provide
  Arbitrary<String> splices() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(10),
        Arbitraries.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "\\",
            "\\u0000",
            "\\ud800",
            "1e999",
            "\"result\":{},",
            "\"paymentCode\":1,",
            "-",
            "9".repeat(30),
            "[".repeat(40)));
  }

  @Property
  void headers_of_any_text_never_throw_and_never_lend_trust(
      @ForAll("headerTexts") String signature,
      @ForAll("headerTexts") String time,
      @ForAll("headerTexts") String client) {
    Reply reply =
        read(
            HttpReply.signed(VALID)
                .replacing("Signature", signature)
                .replacing("Response-Time", time)
                .replacing("Client-Id", client));

    assertThat(reply).isInstanceOf(Reply.NoResult.class);
  }

  @Property(tries = 200)
  void a_retry_after_of_any_text_never_throws(@ForAll("headerTexts") String hint) {
    Reply reply = read(HttpReply.unsigned("").status(429).with("Retry-After", hint));

    assertThat(reply).isInstanceOf(Reply.Throttled.class);
  }

  @Provide
  Arbitrary<String> headerTexts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(50),
        Arbitraries.strings().withChars("algorithmkeyVersignu=,RSA256 %2B+/-_0").ofMaxLength(80),
        Arbitraries.strings().withChars("0123456789TZ:+-. ").ofMaxLength(30),
        Arbitraries.of("Sat, 01 Jun 2024 04:00:30 GMT", "signature=AAAA", "x".repeat(5000)));
  }

  @Property(tries = 60)
  void an_answer_changed_anywhere_on_the_wire_is_never_another_success(
      @ForAll @IntRange(max = 10_000) int place, @ForAll byte other) throws Exception {
    byte[] wire = HttpReply.signed(VALID).bytes();
    wire[place % wire.length] = other;

    Reply reply =
        Fixtures.replyTo(
            connection -> {
              connection.send(wire);
              connection.finish();
            },
            Duration.ofSeconds(2));

    if (isSuccess(reply)) {
      assertThat(reply).isEqualTo(read(HttpReply.signed(VALID)));
    }
  }
}
