package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static dev.paycode.http.Fixtures.replyTo;
import static dev.paycode.http.Fixtures.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.out.MessageVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {

  private static final HttpReply SUCCESS = HttpReply.signed(Fixtures.SUCCESS);

  private static Reply read(HttpReply reply) {
    return Fixtures.reader().read(reply.raw(), NOW);
  }

  private static Reply distrust(Cause cause) {
    return new Reply.NoResult(cause);
  }

  @Test
  void a_signed_and_fresh_success_is_believed() throws Exception {
    assertThat(replyTo(SUCCESS))
        .isInstanceOfSatisfying(
            Reply.Answer.class,
            answer -> {
              assertThat(answer.result().isSuccess()).isTrue();
              assertThat(answer.codes())
                  .extracting(issued -> issued.code().reveal())
                  .containsExactly(Fixtures.FIRST_CODE, Fixtures.SECOND_CODE);
              assertThat(answer.dropped()).isZero();
              assertThat(answer.answeredAt()).isEqualTo("2024-06-01T04:00:00Z");
              assertThat(answer.keyVersion()).isEqualTo(KeyVersion.FIRST);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip"})
  void row_23_an_encoding_not_asked_for(String encoding) throws Exception {
    assertThat(replyTo(SUCCESS.with("Content-Encoding", encoding)))
        .isEqualTo(distrust(Cause.BODY_ENCODED));
  }

  @Test
  void row_23_identity_is_no_encoding() {
    assertThat(read(SUCCESS.with("Content-Encoding", "identity")).codeCount()).isEqualTo(2);
  }

  @Test
  void row_40_an_unsigned_success_or_unknown_never_counts() throws Exception {
    assertThat(replyTo(HttpReply.unsigned(Fixtures.SUCCESS)))
        .isEqualTo(distrust(Cause.SIGNATURE_MISSING));
    assertThat(replyTo(SUCCESS.without("Signature"))).isEqualTo(distrust(Cause.SIGNATURE_MISSING));
    assertThat(replyTo(HttpReply.unsigned(result("U", "UNKNOWN_EXCEPTION"))))
        .isEqualTo(distrust(Cause.SIGNATURE_MISSING));
  }

  @Test
  void row_41_an_unsigned_refusal_is_reported_as_such() throws Exception {
    assertThat(replyTo(HttpReply.unsigned(result("F", "INVALID_SIGNATURE"))))
        .isInstanceOfSatisfying(
            Reply.Unauthenticated.class,
            reply -> assertThat(reply.unverified().code()).hasToString("INVALID_SIGNATURE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"A\"}} x",
        "{\"result\":{\"resultStatus\":\"S\",\"resultStatus\":\"F\",\"resultCode\":\"A\"}}",
        "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":7}}",
        "[{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"A\"}}]"
      })
  void row_41_an_unsigned_refusal_is_read_strictly(String body) {
    assertThat(read(HttpReply.unsigned(body))).isEqualTo(distrust(Cause.SIGNATURE_MISSING));
  }

  @Test
  void row_42_a_body_with_any_bit_flipped_is_not_believed() {
    byte[] body = SUCCESS.body();

    assertThat(
            IntStream.range(0, body.length * 8)
                .mapToObj(bit -> read(SUCCESS.carrying(flipped(body, bit))))
                .distinct())
        .containsExactly(distrust(Cause.SIGNATURE_WRONG));
  }

  private static byte[] flipped(byte[] body, int bit) {
    byte[] flipped = body.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  @Test
  void row_42_a_body_cut_anywhere_is_not_believed() {
    byte[] body = SUCCESS.body();

    assertThat(
            IntStream.range(0, body.length)
                .mapToObj(length -> read(SUCCESS.carrying(Arrays.copyOf(body, length))))
                .distinct())
        .containsExactly(distrust(Cause.SIGNATURE_WRONG));
  }

  @Test
  void row_42_a_signature_of_another_key_is_not_believed() throws Exception {
    RsaKey ours = RsaKey.anyKey();
    RsaKey theirs = RsaKey.anyKey();
    String time = "2024-06-01T12:00:00+08:00";
    HttpReply forged = HttpReply.unsigned(Fixtures.SUCCESS).signed(theirs, time);
    try (ScriptedGateway server = ScriptedGateway.answering(forged)) {
      Reply reply =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, ours, ours)
              .clock(InstantSource.fixed(NOW))
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(reply).isEqualTo(distrust(Cause.SIGNATURE_WRONG));
    }
  }

  @Test
  void row_42_a_verifier_that_fails_has_not_verified() throws Exception {
    MessageVerifier broken =
        (content, header) -> {
          throw new IllegalStateException("hunter2");
        };
    try (ScriptedGateway server = ScriptedGateway.answering(SUCCESS)) {
      Reply reply =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, new DigestKey(), broken)
              .clock(InstantSource.fixed(NOW))
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(reply).isEqualTo(distrust(Cause.SIGNATURE_WRONG));
    }
  }

  @Test
  void row_43_a_signature_header_may_have_more_pairs_in_another_order() throws Exception {
    String value = SUCCESS.header("Signature").replaceFirst(".*signature=", "");

    assertThat(
            replyTo(
                    SUCCESS.replacing(
                        "Signature", "signature=" + value + " , extra=a=b,  keyVersion=1"))
                .codeCount())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "algorithm=RSA256,signature=AAAA,signature=AAAA",
        "algorithm=none,signature=AAAA",
        "algorithm=RSA256",
        "rubbish",
        ""
      })
  void row_43_a_signature_header_without_one_meaning(String header) throws Exception {
    assertThat(replyTo(SUCCESS.replacing("Signature", header)))
        .isEqualTo(distrust(Cause.SIGNATURE_MALFORMED));
  }

  @Test
  void row_46_the_signature_is_over_the_bytes_and_not_over_what_they_decode_to() {
    byte[] illFormed = {'{', (byte) 0xff, '}'};
    byte[] decoded = "{\ufffd}".getBytes(UTF_8);

    assertThat(read(HttpReply.signed(illFormed))).isEqualTo(distrust(Cause.BODY_MALFORMED));
    assertThat(read(HttpReply.signed(decoded).carrying(illFormed)))
        .isEqualTo(distrust(Cause.SIGNATURE_WRONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature", "Response-Time"})
  void row_49_a_header_that_must_stand_once_stands_twice(String name) throws Exception {
    assertThat(replyTo(SUCCESS.with(name, SUCCESS.header(name))))
        .isEqualTo(distrust(Cause.HEADER_REPEATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature", "Response-Time"})
  void row_49_nor_does_case_hide_it(String name) throws Exception {
    assertThat(replyTo(SUCCESS.with(name.toLowerCase(Locale.ROOT), "x")))
        .isEqualTo(distrust(Cause.HEADER_REPEATED));
  }

  @ParameterizedTest
  @CsvSource({
    // the request left at 04:00:00.250; a minute of skew and a second of resolution
    "2024-06-01T03:58:59.250Z, true",
    "2024-06-01T03:58:59.249Z, false",
    "2024-06-01T04:05:00.250Z, true",
    "2024-06-01T04:05:00.251Z, false",
    "2023-06-01T04:00:00Z, false",
    "2034-06-01T04:00:00Z, false",
    "9999-12-31T23:59:59Z, false",
    "1717214400000, true",
    "20240601120000+0800, true"
  })
  void row_50_an_answer_must_be_fresh(String time, boolean fresh) {
    Reply reply = read(HttpReply.unsigned(Fixtures.SUCCESS).signedAt(time));

    assertThat(reply.equals(distrust(Cause.TIME_STALE))).isNotEqualTo(fresh);
    assertThat(reply.codeCount()).isEqualTo(fresh ? 2 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2024-06-01T12:00:00",
        "2024-06-01",
        "+999999999-06-01T04:00:00Z",
        ""
      })
  void row_50_a_time_that_cannot_be_read(String time) throws Exception {
    assertThat(replyTo(HttpReply.unsigned(Fixtures.SUCCESS).signedAt(time)))
        .isEqualTo(distrust(Cause.TIME_MISSING));
  }

  @Test
  void row_50_no_time() throws Exception {
    assertThat(replyTo(SUCCESS.without("Response-Time"))).isEqualTo(distrust(Cause.TIME_MISSING));
  }

  @Test
  void row_50_the_signature_comes_first() {
    HttpReply stale = HttpReply.unsigned(Fixtures.SUCCESS).signedAt(Instant.EPOCH);

    assertThat(read(stale)).isEqualTo(distrust(Cause.TIME_STALE));
    assertThat(read(stale.replacing("Response-Time", "1970-01-01T08:00:01+08:00")))
        .isEqualTo(distrust(Cause.SIGNATURE_WRONG));
  }

  @Test
  void row_51_an_answer_for_another_client() throws Exception {
    assertThat(replyTo(SUCCESS.replacing("Client-Id", "SANDBOX_5X11111111111111")))
        .isEqualTo(distrust(Cause.OTHER_CLIENT));
    assertThat(replyTo(SUCCESS.with("Client-Id", "SANDBOX_5X11111111111111")))
        .isEqualTo(distrust(Cause.OTHER_CLIENT));
  }

  @Test
  void row_51_an_answer_need_not_name_the_client() throws Exception {
    assertThat(replyTo(SUCCESS.without("Client-Id")).codeCount()).isEqualTo(2);
  }

  @Test
  void row_53_an_answer_played_again_later_is_refused() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(SUCCESS)) {
      Reply later =
          Fixtures.gatewayAt(server.address())
              .clock(InstantSource.fixed(NOW.plusSeconds(62)))
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(later).isEqualTo(distrust(Cause.TIME_STALE));
    }
  }

  @Test
  void row_53_how_long_an_answer_is_fresh_can_be_set() throws Exception {
    try (ScriptedGateway server = ScriptedGateway.answering(SUCCESS)) {
      Reply later =
          Fixtures.gatewayAt(server.address())
              .clock(InstantSource.fixed(NOW.plusSeconds(1)))
              .clockSkew(Duration.ZERO)
              .build()
              .prepare(Fixtures.anyRequest())
              .send(Fixtures.LONG);

      assertThat(later).isEqualTo(distrust(Cause.TIME_STALE));
    }
  }
}
