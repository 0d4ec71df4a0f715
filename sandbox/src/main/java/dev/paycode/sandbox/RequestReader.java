package dev.paycode.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads requests of HTTP/1.1 as strictly as RFC 9112 lets a server be, so that where one ends and
 * the next begins is never a guess.
 */
final class RequestReader {

  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern REQUEST_LINE =
      Pattern.compile("([!-~]+) (?:https?://[^/?#]*)?([!-~]+) (HTTP/1\\.[01])");

  private RequestReader() {}

  /**
   * The next request, or none if the client has ended the connection.
   *
   * @throws MalformedRequestException if what comes is none
   */
  static Optional<ReceivedRequest> read(Connection connection) throws IOException {
    InputStream in = connection.in();
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    HeadReader head = new HeadReader(in);
    Matcher line = REQUEST_LINE.matcher(head.line());
    if (!line.matches()) {
      throw new MalformedRequestException("a request line that is none of HTTP/1.1");
    }
    SortedMap<String, List<String>> headers = head.headers();
    if (line.group(3).equals("HTTP/1.0")) {
      headers.put("Connection", List.of("close"));
    }
    if (headers.getOrDefault("Expect", List.of()).contains("100-continue")) {
      connection.write(CONTINUE);
    }
    return Optional.of(
        new ReceivedRequest(
            line.group(1), path(line.group(2)), headers, BodyReader.read(in, headers)));
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
