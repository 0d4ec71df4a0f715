package dev.paycode.sandbox;

import static dev.paycode.sandbox.TestRequest.KEYS;
import static dev.paycode.sandbox.TestRequest.anyRequest;
import static dev.paycode.sandbox.TestRequest.asking;
import static dev.paycode.sandbox.TestRequest.bodyFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.result.Result;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

  private static final Pattern ILLEGAL = Pattern.compile("Illegal parameter ([^:]+): ");
  private static final String ACCEPTED = "accepted";
  private static final String RIGHT_START = "algorithm=RSA256,keyVersion=1,signature=";

  @Test
  void a_request_as_specified_is_accepted() {
    assertThat(verdict(anyRequest())).isEqualTo(ACCEPTED);
  }

  static Stream<Arguments> spoiltRequests() {
    TestRequest right = anyRequest();
    return Stream.of(
        arguments("another path", right.to(Wallet.PATH + "s"), "NO_INTERFACE_DEF"),
        arguments("a path with a slash more", right.to(Wallet.PATH + "/"), "NO_INTERFACE_DEF"),
        arguments(
            "an escaped path", right.to("/aps/api/v1/codes/get%50aymentCode"), "NO_INTERFACE_DEF"),
        arguments("GET", right.withMethod("GET"), "METHOD_NOT_SUPPORTED"),
        arguments("PUT", right.withMethod("PUT"), "METHOD_NOT_SUPPORTED"),
        arguments(
            "a form",
            right.with("Content-Type", "application/x-www-form-urlencoded"),
            "MEDIA_TYPE_NOT_ACCEPTABLE"),
        arguments(
            "JSON and text",
            right.with("Content-Type", "application/json", "text/plain"),
            "MEDIA_TYPE_NOT_ACCEPTABLE"),
        arguments("no client", right.without("Client-Id"), "INVALID_CLIENT"),
        arguments("an unknown client", right.with("Client-Id", "SANDBOX_OTHER"), "INVALID_CLIENT"),
        arguments("an unreadable client", right.with("Client-Id", "a b"), "INVALID_CLIENT"),
        arguments("two clients", right.with("Client-Id", Wallet.CLIENT_ID, "x"), "INVALID_CLIENT"),
        arguments("no signature", right.without("Signature"), "INVALID_SIGNATURE"),
        arguments("an empty signature", right.withSignature(RIGHT_START, ""), "INVALID_SIGNATURE"),
        arguments(
            "a signature of nothing",
            right.withSignature(RIGHT_START, "AAAA"),
            "INVALID_SIGNATURE"),
        arguments("no Base64", right.withSignature(RIGHT_START, "§§"), "INVALID_SIGNATURE"),
        arguments(
            "another algorithm",
            right.withSignature("algorithm=RSA512,keyVersion=1,signature=", urlEncoded(right)),
            "INVALID_SIGNATURE"),
        arguments(
            "two signatures",
            right.with(
                "Signature", RIGHT_START + urlEncoded(right), RIGHT_START + urlEncoded(right)),
            "INVALID_SIGNATURE"),
        arguments("another's key", right.signed(KEYS.alipayPrivateKey()), "INVALID_SIGNATURE"),
        arguments("another body", right.withBody(bodyFor("somebody-else")), "INVALID_SIGNATURE"),
        arguments("a blank more", right.withBody(right.body() + " "), "INVALID_SIGNATURE"),
        arguments(
            "another time",
            right.with("Request-Time", "2024-06-01T12:00:01+08:00"),
            "INVALID_SIGNATURE"),
        arguments(
            "another key version",
            right.withSignature("algorithm=RSA256,keyVersion=2,signature=", urlEncoded(right)),
            "KEY_NOT_FOUND"),
        arguments("no time", right.without("Request-Time"), "PARAM_ILLEGAL Request-Time"),
        arguments(
            "no such day", right.at("2024-02-30T12:00:00+08:00"), "PARAM_ILLEGAL Request-Time"),
        arguments(
            "a time without offset", right.at("2024-06-01T12:00:00"), "PARAM_ILLEGAL Request-Time"),
        arguments("a long body", asking(bodyFor("x".repeat(70_000))), "PARAM_ILLEGAL body"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("spoiltRequests")
  void a_spoilt_request_gets_the_result_code_of_what_is_wrong(
      String what, TestRequest request, String expected) {
    assertThat(verdict(request)).as(what).isEqualTo(expected);
  }

  static Stream<TestRequest> signatureShapes() {
    TestRequest right = anyRequest();
    String base64 = right.base64(KEYS.mppPrivateKey());
    String base64url = base64.replace('+', '-').replace('/', '_');
    return Stream.of(
        right.withSignature(RIGHT_START, base64),
        right.withSignature(RIGHT_START, Wallet.urlEncoded(base64)),
        right.withSignature(RIGHT_START, base64.replace("=", "")),
        right.withSignature(RIGHT_START, base64url),
        right.withSignature(RIGHT_START, base64url.replace("=", "")),
        right.withSignature(
            "algorithm=RSA256, keyVersion=1, signature=", Wallet.urlEncoded(base64)),
        right.withSignature("algorithm=rsa256,clientId=x,keyVersion=1,signature=", base64url),
        right.with("Signature", "signature=" + base64 + ",keyVersion=1,algorithm=RSA256"),
        right.with("Signature", "signature=" + base64));
  }

  @ParameterizedTest
  @MethodSource("signatureShapes")
  void every_way_to_write_a_signature_is_read(TestRequest request) {
    assertThat(verdict(request)).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-04-04T12:08:56+05:30",
        "2025-02-20T08:51:49.09Z",
        "1685599933871",
        "20240601120000+0800"
      })
  void every_way_to_write_a_time_of_any_age_is_read(String time) {
    assertThat(verdict(anyRequest().at(time))).isEqualTo(ACCEPTED);
  }

  @Test
  void header_names_have_no_case() {
    assertThat(verdict(anyRequest().named(name -> name.toLowerCase(Locale.ROOT))))
        .isEqualTo(ACCEPTED);
    assertThat(verdict(anyRequest().named(name -> name.toUpperCase(Locale.ROOT))))
        .isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "APPLICATION/JSON;charset=utf-8", "application/json ; x=y"})
  void json_is_the_media_type_whatever_its_parameters(String type) {
    assertThat(verdict(anyRequest().with("Content-Type", type))).isEqualTo(ACCEPTED);
  }

  @Test
  void the_media_type_may_be_left_out() {
    assertThat(verdict(anyRequest().without("Content-Type"))).isEqualTo(ACCEPTED);
  }

  @Test
  void a_body_is_not_looked_at_before_its_signature() {
    assertThat(verdict(anyRequest().withBody("{"))).isEqualTo("INVALID_SIGNATURE");
  }

  @Test
  void no_signature_with_a_bit_flipped_in_any_byte_is_accepted() {
    TestRequest right = anyRequest();
    byte[] signature = Base64.getDecoder().decode(right.base64(KEYS.mppPrivateKey()));
    Stream<String> verdicts =
        IntStream.range(0, signature.length)
            .mapToObj(position -> flipped(signature, position))
            .map(forged -> right.withSignature(RIGHT_START, forged))
            .map(RequestCheckTest::verdict);
    assertThat(verdicts).hasSize(256).containsOnly("INVALID_SIGNATURE");
  }

  private static String flipped(byte[] signature, int position) {
    byte[] forged = Arrays.copyOf(signature, signature.length);
    forged[position] ^= (byte) (1 << (position % 8));
    return Base64.getUrlEncoder().encodeToString(forged);
  }

  @Test
  void the_vector_of_the_protocol_is_accepted() throws GeneralSecurityException {
    RequestCheck check =
        new RequestCheck(
            ClientId.parse(Wallet.CLIENT_ID), KeyVersion.FIRST, publicKey(Vector.PUBLIC_KEY));
    TestRequest request =
        TestRequest.unsigned(Wallet.PATH, Vector.BODY)
            .withSignature("algorithm=RSA256, keyVersion=1, signature=", Vector.SIGNATURE);
    assertThat(verdict(check, request)).isEqualTo(ACCEPTED);
  }

  private static PublicKey publicKey(String base64) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static String urlEncoded(TestRequest request) {
    return Wallet.urlEncoded(request.base64(KEYS.mppPrivateKey()));
  }

  private static String verdict(TestRequest request) {
    return verdict(
        new RequestCheck(ClientId.parse(Wallet.CLIENT_ID), KeyVersion.FIRST, KEYS.mppPublicKey()),
        request);
  }

  /** The code, and the parameter where the message names one. */
  private static String verdict(RequestCheck check, TestRequest request) {
    return check.judge(request.received()).fold(accepted -> ACCEPTED, RequestCheckTest::told);
  }

  private static String told(Result result) {
    Matcher illegal = ILLEGAL.matcher(result.message());
    return result.code() + (illegal.lookingAt() ? " " + illegal.group(1) : "");
  }

  /** The vector of protocol.md §2. */
  private static final class Vector {
    static final String BODY =
        "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
            + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";
    static final String PUBLIC_KEY =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAisP7/U/dBV43yK38lTzH5TH5rlXQGcY1fEypYSMvTjZs"
            + "OZTiH5eAvKiGfAJ4yMwzmlnDaOZpbFMh7wCmfNbaMzDyFqhcCbytzVZu9Hafb364JDoHVJuc0jZ66tTNyiLZ"
            + "GeNWIqdEk7Uj33k/+Fkd/MVCDSgx/5w8BhdeGO7UTG2FOhvavF9DUULGtzNekKEjZumA0A83Fvp0hE2/qZLN"
            + "A+cljo162d/UR6dc9/Mk/iAP6K2GXQ7Dtg/USlLOg2slpYmJXnQobZ3S57TEeZLUGOLMNd3Mq6op5ZJ/95VB"
            + "i7zlyH6FRTnmCTWFgsiMwaXbCj7dJyxgU0CL2NdylKSPOQIDAQAB";
    static final String SIGNATURE =
        "WlRHtBQJ8uPYisEc6jyZG5EeYvgGeb5oob_A7OCgJe5YI3O92_O9OjD2VMbAtptzUbTaE9lqjBEFidnOrbRqdcf4"
            + "xol830LViJUX3VMVK8BNuHGzcQnEzo6QSZoPv4HrWH7E5ElRZq-APPlgKIwZqLDjKe7f9ppK8blPOeXnpmng"
            + "zzYEGASIYj62VorbfKpx1sHFlw0030rmn7EPXVR7v7GrESQlU81v1n-jWISdDWdytKBLBBzYolO3S5WGsIM-"
            + "3KdO37tqX5Y8XwORD2PRC0oKT0uy62CLkyMJlpl1luewEnKQr5o1YN1v3YniBVRM7oQvG3WcpKEJ_1WAGi4P"
            + "Cg";

    private Vector() {}
  }
}
