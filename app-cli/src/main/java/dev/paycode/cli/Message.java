package dev.paycode.cli;

import dev.paycode.message.ClientId;
import dev.paycode.message.SignedContent;

/** What a signature covers, part by part. Immutable. */
final class Message {

  private final String path;
  private final ClientId clientId;
  private final String time;
  private final byte[] body;

  Message(String path, ClientId clientId, String time, byte[] body) {
    this.path = path;
    this.clientId = clientId;
    this.time = time;
    this.body = body.clone();
  }

  SignedContent content() {
    return SignedContent.of(path, clientId, time, body);
  }

  String path() {
    return path;
  }

  ClientId clientId() {
    return clientId;
  }

  String time() {
    return time;
  }

  byte[] body() {
    return body.clone();
  }

  Message withPath(String other) {
    return new Message(other, clientId, time, body);
  }

  Message withTime(String other) {
    return new Message(path, clientId, other, body);
  }

  Message withBody(byte[] other) {
    return new Message(path, clientId, time, other);
  }
}
