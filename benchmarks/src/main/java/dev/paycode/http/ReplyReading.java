package dev.paycode.http;

import static java.util.stream.Collectors.toMap;

import dev.paycode.handling.Reply;
import dev.paycode.message.ClientId;
import dev.paycode.port.out.MessageVerifier;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What the gateway does with an answer once it has come over the wire, by itself: from the headers
 * and the bytes to the codes. In this package, because the gateway shows nobody its parts.
 */
public final class ReplyReading {

  private final ReplyReader reader;
  private final Instant received;
  private final HttpHeaders headers;
  private final byte[] body;

  /**
   * The reading of one answer, as often as wanted.
   *
   * @param received when it comes, so that it is fresh
   * @param headers of the answer, each once
   */
  public ReplyReading(
      ClientId clientId,
      MessageVerifier verifier,
      Instant received,
      Map<String, String> headers,
      byte[] body) {
    InstantSource clock = InstantSource.fixed(received);
    Freshness freshness = new Freshness(Duration.ofMinutes(1), Duration.ofMinutes(5));
    this.reader =
        new ReplyReader(
            new Authentication(clientId, verifier, clock, freshness),
            new StatusReader(GatewayAddress.parse("https://127.0.0.1"), clock));
    this.received = received;
    this.headers = HttpHeaders.of(lists(headers), (name, value) -> true);
    this.body = body.clone();
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
  }

  /** What the answer amounts to. */
  public Reply read() {
    return reader.read(new RawReply(200, headers, ReceivedBody.of(body)), received);
  }
}
