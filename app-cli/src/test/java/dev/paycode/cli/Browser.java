package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final WebSocket socket;
  private final Answers answers;
  private final AtomicInteger calls = new AtomicInteger();
  private String session = "";

  private Browser(Process process, WebSocket socket, Answers answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  /** A browser whose profile is in that empty directory; skips the test where there is none. */
  static Browser start(Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                installed(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Answers answers = new Answers();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(devTools(process), answers)
            .join();
    Browser browser = new Browser(process, socket, answers);
    browser.openPage();
    return browser;
  }

  private static String installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(Path::of)
        .flatMap(directory -> NAMES.stream().map(directory::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(() -> abort("Chromium is not installed: no browser to show the page in"));
  }

  private static URI devTools(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        return URI.create(line.substring(LISTENING.length()));
      }
    }
    throw new AssertionError("Chromium ended before it listened");
  }

  private void openPage() {
    JsonNode target = call("Target.createTarget", Map.of("url", "about:blank"));
    JsonNode attached =
        call(
            "Target.attachToTarget",
            Map.of("targetId", target.get("targetId").asString(), "flatten", true));
    session = attached.get("sessionId").asString();
    call("Page.enable", Map.of());
  }

  /** Has a script run before those of every page that is opened from now on. */
  void prepare(String script) {
    call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** How large the window is, in CSS pixels, and how many pixels of the device each has. */
  void resize(int width, int height, int pixelRatio) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", pixelRatio, "mobile", false));
  }

  /** What the user prefers: a media feature and its value. */
  void prefer(String feature, String value) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  void open(String address) {
    call("Page.navigate", Map.of("url", address));
  }

  /** Waits until a JavaScript expression is true. */
  void await(String condition) {
    evaluate(
        "new Promise(done => { const look = () => document.readyState !== 'loading' && ("
            + condition
            + ") ? done(true) : setTimeout(look, 20); look(); })");
  }

  /** The value of a JavaScript expression, as text. */
  String evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value").asString("");
  }

  BufferedImage screenshot() throws IOException {
    String image = call("Page.captureScreenshot", Map.of()).get("data").asString();
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image)));
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = answers.to(id);
    Map<String, Object> call =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    socket.sendText(JsonMapper.shared().writeValueAsString(call), true).join();
    return answer.join();
  }

  /** Has it end by itself, so that it takes away what it has put beside its profile. */
  @Override
  public void close() {
    session = "";
    call("Browser.close", Map.of());
    process.onExit().join();
    socket.abort();
  }

  /** The answers to calls, as they come. */
  private static final class Answers implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();

    CompletableFuture<JsonNode> to(int id) {
      return waiting.computeIfAbsent(id, first -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        JsonNode whole = JsonMapper.shared().readTree(message.toString());
        message.setLength(0);
        if (whole.has("error")) {
          to(whole.get("id").asInt())
              .completeExceptionally(new AssertionError(whole.get("error").toString()));
        } else if (whole.has("id")) {
          to(whole.get("id").asInt()).complete(whole.get("result"));
        }
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
