package dev.paycode.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes that a signature covers (protocol.md §2):
 *
 * <pre>{@code
 * POST <path>\n<client id>.<time>.<body>
 * }</pre>
 *
 * with one line feed and no other line end. For a request the time is its {@code Request-Time}, for
 * a response its {@code Response-Time}; path and client id are the request's in both cases. The
 * body is taken as the bytes on the wire and never re-encoded.
 *
 * <p>Immutable; {@link #toString()} tells only the length.
 */
public final class SignedContent {

  private final byte[] bytes;

  private SignedContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The content of a message.
   *
   * @param path the path called, such as {@code /aps/api/v1/codes/getPaymentCode}; without host
   * @param clientId the caller
   * @param time the text of the time header, exactly as it is sent or received
   * @param body the body, exactly as it is sent or received
   */
  public static SignedContent of(String path, ClientId clientId, String time, byte[] body) {
    byte[] head =
        ("POST " + path + "\n" + clientId + "." + time + ".").getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, content, head.length, body.length);
    return new SignedContent(content);
  }

  /** The bytes to sign or to verify: a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "SignedContent[" + bytes.length + " bytes]";
  }
}
