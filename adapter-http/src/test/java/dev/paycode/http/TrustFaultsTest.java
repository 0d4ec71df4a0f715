package dev.paycode.http;

import static dev.paycode.http.Fixtures.NOW;
import static dev.paycode.http.Fixtures.anyRequest;
import static dev.paycode.http.Fixtures.entry;
import static dev.paycode.http.Fixtures.replyTo;
import static dev.paycode.http.Fixtures.result;
import static dev.paycode.http.Fixtures.success;
import static dev.paycode.http.Handled.NEVER;
import static dev.paycode.http.Handled.ONCE;
import static dev.paycode.http.Handled.facing;
import static dev.paycode.http.Handled.reading;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.port.out.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustFaultsTest {

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

  @Fault
  void row_40_an_unsigned_success_or_unknown_never_counts() throws Exception {
    facing(HttpReply.unsigned(Fixtures.SUCCESS)).gaveUp(ONCE, Cause.SIGNATURE_MISSING);
    facing(SUCCESS.without("Signature")).gaveUp(ONCE, Cause.SIGNATURE_MISSING);
    facing(HttpReply.unsigned(result("U", "UNKNOWN_EXCEPTION")))
        .gaveUp(ONCE, Cause.SIGNATURE_MISSING);
  }

  @Fault
  void row_41_an_unsigned_refusal_is_reported_as_such() throws Exception {
    assertThat(replyTo(HttpReply.unsigned(result("F", "INVALID_SIGNATURE"))))
        .isInstanceOfSatisfying(
            Reply.Unauthenticated.class,
            reply -> assertThat(reply.unverified().code()).hasToString("INVALID_SIGNATURE"));
  }

  @Fault({
    "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"A\"}} x",
    "{\"result\":{\"resultStatus\":\"S\",\"resultStatus\":\"F\",\"resultCode\":\"A\"}}",
    "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":7}}",
    "[{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"A\"}}]"
  })
  void row_41_an_unsigned_refusal_is_read_strictly(String body) {
    reading(HttpReply.unsigned(body)).gaveUp(ONCE, Cause.SIGNATURE_MISSING);
  }

  @Fault
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

  @Fault
  void row_42_a_body_cut_anywhere_is_not_believed() {
    byte[] body = SUCCESS.body();

    assertThat(
            IntStream.range(0, body.length)
                .mapToObj(length -> read(SUCCESS.carrying(Arrays.copyOf(body, length))))
                .distinct())
        .containsExactly(distrust(Cause.SIGNATURE_WRONG));
  }

  @Fault
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

  @Fault
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

  @Fault
  void row_43_a_signature_header_may_have_more_pairs_in_another_order() throws Exception {
    String value = SUCCESS.header("Signature").replaceFirst(".*signature=", "");

    assertThat(
            replyTo(
                    SUCCESS.replacing(
                        "Signature", "signature=" + value + " , extra=a=b,  keyVersion=1"))
                .codeCount())
        .isEqualTo(2);
  }

  @Fault({
    "algorithm=RSA256,signature=AAAA,signature=AAAA",
    "algorithm=none,signature=AAAA",
    "algorithm=RSA256",
    "rubbish",
    ""
  })
  void row_43_a_signature_header_without_one_meaning(String header) throws Exception {
    facing(SUCCESS.replacing("Signature", header)).gaveUp(NEVER, Cause.SIGNATURE_MALFORMED);
  }

  @Fault
  void row_42_a_header_with_any_bit_flipped_is_not_believed_or_says_the_same() {
    Reply whole = read(SUCCESS);
    for (String name : new String[] {"Signature", "Response-Time", "Client-Id"}) {
      byte[] value = SUCCESS.header(name).getBytes(UTF_8);

      assertThat(
              IntStream.range(0, value.length * 8)
                  .mapToObj(
                      bit -> SUCCESS.replacing(name, new String(flipped(value, bit), ISO_8859_1)))
                  .map(TrustFaultsTest::read))
          .allMatch(reply -> reply.equals(whole) || reply instanceof Reply.NoResult);
    }
  }

  /**
   * Status line, headers and body of a success, a refusal and an unknown, one bit after another.
   */
  @Fault({"S SUCCESS", "F PROCESS_FAIL", "U UNKNOWN_EXCEPTION"})
  void row_42_no_bit_of_an_answer_flipped_on_the_wire_changes_what_is_believed(String result)
      throws Exception {
    HttpReply signed = HttpReply.signed(body(result));
    byte[] whole = signed.bytes();
    AtomicInteger next = new AtomicInteger();
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(flipped(whole, next.getAndIncrement()));
              connection.finish();
            })) {
      PreparedCall call = Fixtures.gatewayAt(server.address()).build().prepare(anyRequest());
      Set<Reply> replies = new HashSet<>();
      while (next.get() < whole.length * 8) {
        replies.add(call.send(Fixtures.LONG));
      }

      assertThat(replies)
          .hasSizeGreaterThan(5)
          .filteredOn(reply -> reply.signedTime().isPresent())
          .containsOnly(read(signed));
    }
  }

  private static String body(String result) {
    return result.startsWith("S")
        ? success(entry(Fixtures.FIRST_CODE))
        : result(result.substring(0, 1), result.substring(2));
  }

  @Fault
  void row_44_a_key_version_that_is_not_configured_is_refused() throws Exception {
    MessageVerifier strict = (content, header) -> new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN);
    try (ScriptedGateway server = ScriptedGateway.answering(SUCCESS)) {
      HttpCodeGateway gateway =
          HttpCodeGateway.to(server.address(), Fixtures.CLIENT, new DigestKey(), strict)
              .clock(InstantSource.fixed(NOW))
              .build();

      Handled.by(gateway, Fixtures.LONG).gaveUp(NEVER, Cause.KEY_VERSION_UNKNOWN);
    }
  }

  @Fault({"none", "HS256", "RSA512", "SHA1", "ECC256", ""})
  void row_45_no_other_algorithm_is_taken(String algorithm) throws Exception {
    facing(SUCCESS.replacing("Signature", "algorithm=" + algorithm + ",signature=" + value()))
        .gaveUp(NEVER, Cause.SIGNATURE_MALFORMED);
  }

  @Fault({"algorithm=RSA256,", "algorithm=rsa256,", ""})
  void row_45_rsa256_is_taken_in_any_case_and_where_none_is_named(String algorithm)
      throws Exception {
    facing(SUCCESS.replacing("Signature", algorithm + "keyVersion=1,signature=" + value()))
        .obtained(2);
  }

  /** The signature as it stands in the header. */
  private static String value() {
    return SUCCESS.header("Signature").replaceFirst(".*signature=", "");
  }

  @Fault({
    "URL-encoded Base64",
    "Base64",
    "Base64url",
    "Base64 without padding",
    "Base64url without"
  })
  void row_47_a_signature_may_be_written_in_each_way_that_is_seen(String how) throws Exception {
    byte[] signature = SignatureHeader.parse(SUCCESS.header("Signature")).orElseThrow().signature();
    Base64.Encoder encoder = how.contains("url") ? Base64.getUrlEncoder() : Base64.getEncoder();
    String text =
        (how.contains("without") ? encoder.withoutPadding() : encoder).encodeToString(signature);
    String written =
        how.startsWith("URL")
            ? text.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
            : text;

    facing(SUCCESS.replacing("Signature", "keyVersion=1,signature=" + written)).obtained(2);
  }

  /** Tried once more, as any wrong signature (row 42), although row 48 would not. */
  @Fault({"shorter", "longer"})
  void row_48_a_signature_of_another_length_does_not_verify(String how) throws Exception {
    byte[] signature = SignatureHeader.parse(SUCCESS.header("Signature")).orElseThrow().signature();
    byte[] other = Arrays.copyOf(signature, signature.length + (how.equals("longer") ? 1 : -1));

    facing(
            SUCCESS.replacing(
                "Signature", "signature=" + Base64.getUrlEncoder().encodeToString(other)))
        .gaveUp(ONCE, Cause.SIGNATURE_WRONG);
  }

  @Fault
  void row_46_the_signature_is_over_the_bytes_and_not_over_what_they_decode_to() {
    byte[] illFormed = {'{', (byte) 0xff, '}'};
    byte[] decoded = "{\ufffd}".getBytes(UTF_8);

    reading(HttpReply.signed(illFormed)).gaveUp(ONCE, Cause.BODY_MALFORMED);
    reading(HttpReply.signed(decoded).carrying(illFormed)).gaveUp(ONCE, Cause.SIGNATURE_WRONG);
  }

  @Fault({"Signature", "Response-Time"})
  void row_49_a_header_that_must_stand_once_stands_twice(String name) throws Exception {
    facing(SUCCESS.with(name, SUCCESS.header(name))).gaveUp(ONCE, Cause.HEADER_REPEATED);
  }

  @Fault({"Signature", "Response-Time"})
  void row_49_nor_does_case_hide_it(String name) throws Exception {
    facing(SUCCESS.with(name.toLowerCase(Locale.ROOT), "x")).gaveUp(ONCE, Cause.HEADER_REPEATED);
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

  @Fault({"yesterday", "2024-06-01T12:00:00", "2024-06-01", "+999999999-06-01T04:00:00Z", ""})
  void row_50_a_time_that_cannot_be_read(String time) throws Exception {
    facing(HttpReply.unsigned(Fixtures.SUCCESS).signedAt(time)).gaveUp(ONCE, Cause.TIME_MISSING);
  }

  @Fault
  void row_50_no_time() throws Exception {
    facing(SUCCESS.without("Response-Time")).gaveUp(ONCE, Cause.TIME_MISSING);
  }

  @Fault
  void row_50_the_signature_comes_first() {
    HttpReply stale = HttpReply.unsigned(Fixtures.SUCCESS).signedAt(Instant.EPOCH);

    reading(stale).gaveUp(ONCE, Cause.TIME_STALE);
    reading(stale.replacing("Response-Time", "1970-01-01T08:00:01+08:00"))
        .gaveUp(ONCE, Cause.SIGNATURE_WRONG);
  }

  @Fault
  void row_51_an_answer_for_another_client() throws Exception {
    facing(SUCCESS.replacing("Client-Id", "SANDBOX_5X11111111111111"))
        .gaveUp(NEVER, Cause.OTHER_CLIENT);
    facing(SUCCESS.with("Client-Id", "SANDBOX_5X11111111111111")).gaveUp(NEVER, Cause.OTHER_CLIENT);
  }

  @Fault
  void row_51_an_answer_need_not_name_the_client() throws Exception {
    facing(SUCCESS.without("Client-Id")).obtained(2);
  }

  @Fault({"/aps/api/v1/codes/getPaymentCode/", "/aps/api/v1/payments/pay"})
  void row_52_an_answer_signed_for_another_path_does_not_verify(String path) throws Exception {
    String time = SUCCESS.header("Response-Time");
    SignedContent elsewhere = SignedContent.of(path, Fixtures.CLIENT, time, SUCCESS.body());

    facing(SUCCESS.replacing("Signature", new DigestKey().sign(elsewhere).print()))
        .gaveUp(ONCE, Cause.SIGNATURE_WRONG);
  }

  @Fault
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

  @Fault
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
