package dev.paycode.cli;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The page that shows the present code in a browser on this machine, and nobody else's. */
final class CodePage implements AutoCloseable {

  private static final String STATE = "state";
  private static final Map<String, String> FILES =
      Map.of(
          "page.html", "text/html; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8");

  /** Nothing but what stands here may reach the browser, and nothing of it may be kept. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                  + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private final HttpServer server;
  private final ExecutorService threads;
  private final PageGuard guard;
  private final Supplier<PageState> states;

  private CodePage(
      HttpServer server, ExecutorService threads, PageGuard guard, Supplier<PageState> states) {
    this.server = server;
    this.threads = threads;
    this.guard = guard;
    this.states = states;
  }

  /**
   * A page on a free port of the loopback interface.
   *
   * @param random what nobody can guess
   * @param states what the page is to show now; may wait, and is called by many threads
   * @throws IOException if there is no free port
   */
  static CodePage start(RandomGenerator random, Supplier<PageState> states) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool(CodePage::daemon);
    PageGuard guard = PageGuard.of(server.getAddress().getPort(), random);
    CodePage page = new CodePage(server, threads, guard, states);
    server.setExecutor(threads);
    server.createContext("/", page::handle);
    server.start();
    return page;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "paycode-page");
    thread.setDaemon(true);
    return thread;
  }

  /** The page's address, a secret as the codes are. */
  String address() {
    return guard.address();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      PageGuard.Verdict verdict = guard.judge(request(exchange));
      if (verdict.isRefusal()) {
        send(exchange, verdict.status(), "text/plain; charset=utf-8", new byte[0]);
      } else if (verdict.name().equals(STATE)) {
        send(
            exchange, 200, "application/json", JsonMapper.shared().writeValueAsBytes(states.get()));
      } else {
        sendFile(exchange, verdict.name().isEmpty() ? "page.html" : verdict.name());
      }
    }
  }

  private static PageGuard.PageRequest request(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    return new PageGuard.PageRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Optional.ofNullable(headers.getFirst("Host")),
        Optional.ofNullable(headers.getFirst("Sec-Fetch-Site")));
  }

  private static void sendFile(HttpExchange exchange, String name) throws IOException {
    String type = FILES.get(name);
    if (type == null) {
      send(exchange, 404, "text/plain; charset=utf-8", new byte[0]);
      return;
    }
    try (InputStream file = CodePage.class.getResourceAsStream(name)) {
      send(exchange, 200, type, Optional.ofNullable(file).orElseThrow().readAllBytes());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    headers.set("Content-Type", type);
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Answers nobody any more, not even who waits. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
