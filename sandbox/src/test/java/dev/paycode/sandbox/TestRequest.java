package dev.paycode.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A request in the making: right in everything that a test does not spoil. */
record TestRequest(String method, String path, Map<String, List<String>> headers, String body) {

  static final SandboxKeys KEYS = SandboxKeys.generate();
  static final String TIME = "2024-06-01T12:00:00+08:00";

  static TestRequest anyRequest() {
    return asking(bodyFor("1234567890123456"));
  }

  static TestRequest askingFor(String customerId) {
    return asking(bodyFor(customerId));
  }

  static String bodyFor(String customerId) {
    return "{\"region\":\"JP\",\"customerId\":\""
        + customerId
        + "\",\"codeQuantity\":\"2\",\"env\":{\"deviceTokenId\":\"device-0001\"}}";
  }

  /** A request with this body, rightly signed. */
  static TestRequest asking(String body) {
    return unsigned(Wallet.PATH, body).signed(KEYS.mppPrivateKey());
  }

  static TestRequest unsigned(String path, String body) {
    return new TestRequest(
        "POST",
        path,
        Map.of(
            "Client-Id",
            List.of(Wallet.CLIENT_ID),
            "Request-Time",
            List.of(TIME),
            "Content-Type",
            List.of("application/json; charset=UTF-8")),
        body);
  }

  /** The same at this time, signed again. */
  TestRequest at(String time) {
    return with("Request-Time", time).signed(KEYS.mppPrivateKey());
  }

  /** The same with the signature that this key makes. */
  TestRequest signed(PrivateKey key) {
    return withSignature(
        "algorithm=RSA256,keyVersion=1,signature=", Wallet.urlEncoded(base64(key)));
  }

  TestRequest withSignature(String before, String value) {
    return with("Signature", before + value);
  }

  /** The right signature of this request in standard Base64. */
  String base64(PrivateKey key) {
    return Wallet.sign(
        key,
        path,
        headers.get("Client-Id").get(0),
        headers.get("Request-Time").get(0),
        body.getBytes(StandardCharsets.UTF_8));
  }

  TestRequest with(String header, String... values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.put(header, List.of(values));
    return new TestRequest(method, path, changed, body);
  }

  TestRequest without(String header) {
    Map<String, List<String>> rest = new LinkedHashMap<>(headers);
    rest.remove(header);
    return new TestRequest(method, path, rest, body);
  }

  TestRequest withMethod(String other) {
    return new TestRequest(other, path, headers, body);
  }

  /** The same to another path, signed again. */
  TestRequest to(String other) {
    return new TestRequest(method, other, headers, body).signed(KEYS.mppPrivateKey());
  }

  /** The same with a body that was not signed. */
  TestRequest withBody(String other) {
    return new TestRequest(method, path, headers, other);
  }

  /** The same with every header's name changed. */
  TestRequest named(UnaryOperator<String> change) {
    return new TestRequest(
        method,
        path,
        headers.entrySet().stream()
            .collect(Collectors.toMap(entry -> change.apply(entry.getKey()), Map.Entry::getValue)),
        body);
  }

  ReceivedRequest received() {
    return new ReceivedRequest(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The request as bytes on the wire, with these headers more. */
  String asText(String... more) {
    return head(more) + body;
  }

  String head(String... more) {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach(
        (name, values) -> values.forEach(value -> head.append(name + ": " + value + "\r\n")));
    List.of(more).forEach(header -> head.append(header).append("\r\n"));
    return head + "\r\n";
  }

  HttpRequest over(URI gateway) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(gateway.resolve(path)).method(method, BodyPublishers.ofString(body));
    headers.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }
}
