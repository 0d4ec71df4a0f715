package dev.paycode.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paycode.message.MessageTime;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageSigner;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer of the gateway as the tests bend it: signed, fresh and of status 200 unless told. */
final class HttpReply {

  private final int status;
  private final byte[] body;
  private final List<Map.Entry<String, String>> headers;

  private HttpReply(int status, byte[] body, List<Map.Entry<String, String>> headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** Status 200 with this body and no header but those of every HTTP answer. */
  static HttpReply unsigned(byte[] body) {
    return new HttpReply(200, body, List.of())
        .with("Content-Type", "application/json; charset=UTF-8")
        .with("Content-Length", Integer.toString(body.length));
  }

  static HttpReply unsigned(String body) {
    return unsigned(body.getBytes(UTF_8));
  }

  static HttpReply signed(byte[] body) {
    return unsigned(body).signedAt(Fixtures.NOW);
  }

  static HttpReply signed(String body) {
    return signed(body.getBytes(UTF_8));
  }

  HttpReply signedAt(Instant time) {
    return signedAt(MessageTime.print(time, ZoneOffset.ofHours(8)));
  }

  HttpReply signedAt(String time) {
    return signed(new DigestKey(), time);
  }

  HttpReply signed(MessageSigner key, String time) {
    SignedContent content = SignedContent.of(GatewayAddress.PATH, Fixtures.CLIENT, time, body);
    return without("Signature")
        .without("Response-Time")
        .without("Client-Id")
        .with("Client-Id", Fixtures.CLIENT.value())
        .with("Response-Time", time)
        .with("Signature", key.sign(content).print());
  }

  HttpReply status(int other) {
    return new HttpReply(other, body, headers);
  }

  HttpReply with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new HttpReply(status, body, more);
  }

  HttpReply without(String name) {
    return new HttpReply(
        status, body, headers.stream().filter(header -> !header.getKey().equals(name)).toList());
  }

  HttpReply replacing(String name, String value) {
    return without(name).with(name, value);
  }

  /** The same headers over another body of the same length. */
  HttpReply carrying(byte[] otherBody) {
    return new HttpReply(status, otherBody, headers);
  }

  String header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  int status() {
    return status;
  }

  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  byte[] body() {
    return body.clone();
  }

  /** The bytes on the wire. */
  byte[] bytes() {
    return upTo(body.length);
  }

  /** The bytes on the wire with only so many of the body. */
  byte[] upTo(int length) {
    ByteArrayOutputStream bytes = head();
    bytes.write(body, 0, length);
    return bytes.toByteArray();
  }

  private ByteArrayOutputStream head() {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    headers.forEach(
        header ->
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    return bytes;
  }

  /** The bytes on the wire with the body in chunks of that size. */
  byte[] chunked(int size) {
    int chunks = (body.length + size - 1) / size;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        without("Content-Length").with("Transfer-Encoding", "chunked").upToChunk(chunks, size));
    bytes.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return bytes.toByteArray();
  }

  /** The bytes on the wire with only so many chunks of the body. */
  byte[] upToChunk(int chunks, int size) {
    ByteArrayOutputStream bytes = head();
    for (int start = 0; start < Math.min(body.length, chunks * size); start += size) {
      int length = Math.min(size, body.length - start);
      bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      bytes.write(body, start, length);
      bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  /** What the HTTP client makes of the bytes. */
  RawReply raw() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    headers.forEach(
        header ->
            byName
                .computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                .add(header.getValue()));
    return new RawReply(
        status, HttpHeaders.of(byName, (name, value) -> true), ReceivedBody.of(body));
  }
}
