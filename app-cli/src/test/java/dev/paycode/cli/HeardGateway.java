package dev.paycode.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that hears what comes, and answers nothing of use. */
final class HeardGateway implements AutoCloseable {

  private final HttpServer server;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private HeardGateway(HttpServer server) {
    this.server = server;
  }

  static HeardGateway start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HeardGateway gateway = new HeardGateway(server);
    server.createContext(
        "/",
        exchange -> {
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) ->
                      gateway.heard.add(name.toLowerCase(Locale.ROOT) + ": " + values.get(0)));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    return gateway;
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The headers that arrived, their names in lower case. */
  List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
