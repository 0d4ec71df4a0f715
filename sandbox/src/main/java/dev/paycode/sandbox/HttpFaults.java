package dev.paycode.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Answers of HTTP that are no answers of the protocol: unsigned, as from somebody on the way. */
final class HttpFaults {

  private static final int FIRST_WITH_LOCATION = 300;
  private static final int FIRST_WITHOUT_LOCATION = 400;
  private static final int NO_CONTENT = 204;

  private HttpFaults() {}

  /** A page of HTML with this status. */
  static Behaviour ofStatus(int status) {
    return call -> page(status, call);
  }

  /** For a redirect, to the very path that was called: who follows it is seen to call again. */
  private static Answer page(int status, Call call) {
    Answer page =
        Answer.of(
            status,
            Map.of("Content-Type", List.of("text/html")),
            ("<html><body><h1>" + status + "</h1></body></html>\n")
                .getBytes(StandardCharsets.UTF_8));
    return status >= FIRST_WITH_LOCATION && status < FIRST_WITHOUT_LOCATION
        ? page.with("Location", call.signing().path())
        : page;
  }

  static Answer noContent() {
    return Answer.of(NO_CONTENT, Map.of(), new byte[0]).without("Content-Length");
  }

  /** Status 429 with these words of when to come back. */
  static Behaviour ofRetryAfter(String retryAfter) {
    return call -> page(429, call).with("Retry-After", retryAfter);
  }

  /** The codes compressed, although nobody asked for it; signed as they were before. */
  static Answer gzip(Call call) {
    Answer answer = call.codes();
    return answer.withBody(compressed(answer.body())).with("Content-Encoding", "gzip");
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
