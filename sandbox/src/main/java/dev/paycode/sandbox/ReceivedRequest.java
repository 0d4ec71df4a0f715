package dev.paycode.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request as it came over the wire, before anything in it is believed. */
final class ReceivedRequest {

  private final String method;
  private final String path;
  private final SortedMap<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param path the path as it was sent, still escaped, without the query
   * @param body the body's bytes, or the first ones of a body that is too long
   */
  ReceivedRequest(String method, String path, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The values of all headers with this name, in whatever case. */
  List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** The value of this header, if it is there once: of two nobody knows which one was signed. */
  Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whether the client means to send another request over the same connection. */
  boolean wantsMore() {
    return headers("Connection").stream()
        .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  byte[] body() {
    return body.clone();
  }

  int bodyLength() {
    return body.length;
  }

  @Override
  public String toString() {
    return "ReceivedRequest[" + method + " " + path + ", " + body.length + " bytes]";
  }
}
