package dev.paycode.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An answer of HTTP/1.1 as it goes over the wire. Immutable; {@link #toString()} tells no header
 * and no body.
 */
final class Answer implements Delivery {

  private final int status;
  private final SortedMap<String, List<String>> headers;
  private final byte[] body;

  private Answer(int status, SortedMap<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer with these headers and the length of its body. */
  static Answer of(int status, Map<String, List<String>> headers, byte[] body) {
    SortedMap<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put("Content-Length", List.of(String.valueOf(body.length)));
    return new Answer(status, Collections.unmodifiableSortedMap(all), body.clone());
  }

  /** The same with another status. */
  Answer withStatus(int other) {
    return new Answer(other, headers, body);
  }

  /** The same without that header. */
  Answer without(String header) {
    return changed(all -> all.remove(header));
  }

  /** The same with these values of that header in place of its own. */
  Answer with(String header, String... values) {
    return changed(all -> all.put(header, List.of(values)));
  }

  /** The same with the header's value changed. */
  Answer changing(String header, UnaryOperator<String> change) {
    return changed(
        all ->
            all.computeIfPresent(header, (name, values) -> List.of(change.apply(values.get(0)))));
  }

  private Answer changed(Consumer<Map<String, List<String>>> change) {
    SortedMap<String, List<String>> all = new TreeMap<>(headers);
    change.accept(all);
    return new Answer(status, Collections.unmodifiableSortedMap(all), body);
  }

  /** The same with another body and its length; the signature stays that of the old one. */
  Answer withBody(byte[] other) {
    return of(status, headers, other);
  }

  /**
   * The first value of that header.
   *
   * @throws IllegalArgumentException if it is not there
   */
  String header(String name) {
    return Optional.ofNullable(headers.get(name))
        .map(values -> values.get(0))
        .orElseThrow(() -> new IllegalArgumentException("there is no header " + name));
  }

  byte[] body() {
    return body.clone();
  }

  /** The status line, the headers and the empty line after them. */
  byte[] head() {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason() + "\r\n");
    headers.forEach(
        (name, values) ->
            values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n")));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The whole of it. */
  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head());
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** The words mean nothing to a program; those few are for people who look at the wire. */
  private String reason() {
    return status == 200 ? "OK" : "Status";
  }

  @Override
  public void over(Connection connection) throws IOException {
    connection.write(bytes());
  }

  @Override
  public String toString() {
    return "Answer[" + status + ", " + body.length + " bytes]";
  }
}
