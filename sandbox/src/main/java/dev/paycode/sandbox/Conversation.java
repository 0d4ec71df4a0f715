package dev.paycode.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries the requests of one connection to the gateway and its answers back. */
final class Conversation implements Consumer<Connection> {

  private final Gateway gateway;

  Conversation(Gateway gateway) {
    this.gateway = gateway;
  }

  /** Lasts as long as the connection. */
  @Override
  public void accept(Connection connection) {
    try (connection) {
      while (connection.isOpen() && exchange(connection)) {
        // One after the other.
      }
    } catch (IOException ended) {
      // By the client, the network or the sandbox's close: nobody is left to tell.
    }
  }

  private boolean exchange(Connection connection) throws IOException {
    try {
      Optional<ReceivedRequest> request = RequestReader.read(connection);
      if (request.isPresent()) {
        gateway.answer(request.get()).over(connection);
      }
      return request.filter(ReceivedRequest::wantsMore).isPresent();
    } catch (MalformedRequestException malformed) {
      badRequest(malformed).over(connection);
      return false;
    }
  }

  private static Answer badRequest(MalformedRequestException malformed) {
    return Answer.of(
        400,
        Map.of("Content-Type", List.of("text/plain"), "Connection", List.of("close")),
        (malformed.getMessage() + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
