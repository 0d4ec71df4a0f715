package dev.paycode.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Carries requests to the gateway and its answers back. */
final class ExchangeHandler implements HttpHandler {

  private static final int NO_BODY = -1;

  private final Gateway gateway;
  private final HeldExchanges held;

  ExchangeHandler(Gateway gateway, HeldExchanges held) {
    this.gateway = gateway;
    this.held = held;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Optional<Answer> answer = gateway.answer(received(exchange));
    if (answer.isPresent()) {
      send(exchange, answer.get());
    } else {
      held.hold(exchange);
    }
  }

  private static ReceivedRequest received(HttpExchange exchange) throws IOException {
    return new ReceivedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readNBytes(RequestCheck.LONGEST_BODY + 1));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (exchange.getRequestMethod().equals("HEAD")) {
        // With a length the JDK's server prints a warning.
        exchange.sendResponseHeaders(answer.status(), NO_BODY);
      } else {
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}
