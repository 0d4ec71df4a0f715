package dev.paycode.http;

import dev.paycode.request.CodeRequest;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The bytes of one request, written once: what is signed is what is sent, however often
 * (protocol.md §1, §3). Every scalar is a JSON string; what is not set is left out. Immutable.
 */
final class RequestBody {

  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] bytes;

  private RequestBody(byte[] bytes) {
    this.bytes = bytes;
  }

  static RequestBody of(CodeRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(request, json);
    }
    return new RequestBody(bytes.toByteArray());
  }

  private static void write(CodeRequest request, JsonGenerator json) {
    json.writeStartObject();
    request.region().ifPresent(region -> json.writeStringProperty("region", region.code()));
    json.writeStringProperty("customerId", request.customerId().value());
    json.writeStringProperty("codeQuantity", request.quantity().toString());
    json.writeObjectPropertyStart("env");
    request.environment().fields().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The bytes themselves, not a copy: nobody in this package changes them. */
  byte[] bytes() {
    return bytes;
  }

  /** The SHA-256 of the bytes in lower-case hexadecimal digits. */
  String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
