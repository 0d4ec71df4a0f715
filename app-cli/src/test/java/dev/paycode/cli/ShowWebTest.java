package dev.paycode.cli;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowWebTest {

  private static final int MODULE = 4;
  private static final int BARCODE_HEIGHT = 100;

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.withoutTerminal(time);
  private final HttpClient browser = HttpClient.newHttpClient();

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  /** What a browser does while the page is served. */
  private interface Visit {
    void to(URI address) throws Exception;
  }

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @Test
  void it_prints_the_address_and_ends_with_130_on_ctrl_c() {
    assertThat(serve(address -> {})).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(cli.out()).matches("http://127\\.0\\.0\\.1:\\d+/[A-Za-z0-9_-]{32}/\\R");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void the_state_holds_both_symbols_of_the_present_code() {
    serve(
        address -> {
          JsonNode code = state(address).get("code");
          assertThat(code.get("digits").asString()).isEqualTo(sandbox.digits().get(0));
          assertThat(code.get("goneInMillis").asLong()).isEqualTo(60_000);
          assertThat(code.get("sandbox").asBoolean()).isTrue();
          assertThat(read(code.get("barcode"), BarcodeFormat.CODE_128))
              .isEqualTo(sandbox.digits().get(0));
          assertThat(read(code.get("qrCode"), BarcodeFormat.QR_CODE))
              .isEqualTo(sandbox.digits().get(0));
        });
  }

  @Test
  void the_last_code_at_hand_must_be_gone_before_it_expires() {
    serve(
        address -> {
          JsonNode state = state(address);
          assertThat(state.get("changesInMillis").asLong()).isEqualTo(55_000);
          assertThat(state.get("code").get("goneInMillis").asLong()).isEqualTo(55_000);
        },
        "--quantity=1");
  }

  @Test
  void why_there_is_no_code_is_told_in_the_state() {
    serve(
        address -> {
          JsonNode state = state(address);
          assertThat(state.get("code").isNull()).isTrue();
          assertThat(state.get("problem").asString()).startsWith("Alipay+ refused: ACCESS_DENIED");
          assertThat(state.get("advice").asString()).isNotEmpty();
        },
        "--customer=sandbox-ACCESS_DENIED");
  }

  @Test
  void every_answer_forbids_to_keep_it_to_embed_it_and_to_load_anything_foreign() {
    serve(
        address -> {
          for (String name : List.of("", "page.css", "page.js", "state", "missing")) {
            HttpResponse<String> answer = get(address.resolve(name));
            assertThat(answer.statusCode()).isEqualTo(name.equals("missing") ? 404 : 200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
            assertThat(answer.headers().map().keySet())
                .noneMatch(key -> key.toLowerCase(Locale.ROOT).startsWith("access-control-"));
          }
        });
  }

  @Test
  void the_page_itself_holds_nothing_of_the_code_and_nothing_inline() {
    serve(
        address ->
            assertThat(get(address).body())
                .contains("<script src=\"page.js\" defer></script>")
                .doesNotContain("style=", "onclick", "http:", "https:", "<style"));
  }

  @Test
  void without_the_token_nothing_is_found() {
    serve(
        address -> {
          assertThat(get(address.resolve("/")).statusCode()).isEqualTo(404);
          assertThat(get(address.resolve("/state")).statusCode()).isEqualTo(404);
          assertThat(get(address.resolve("/favicon.ico")).body()).isEmpty();
        });
  }

  @Test
  void under_a_foreign_name_nothing_is_answered() {
    serve(
        address -> {
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            String request =
                "GET "
                    + address.getPath()
                    + "state HTTP/1.1\r\nHost: rebound.example:"
                    + address.getPort()
                    + "\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 421 ").endsWith("\r\n\r\n");
          }
        });
    assertThat(sandbox.digits()).isEmpty();
  }

  @Test
  void after_its_end_nobody_is_answered() {
    serve(address -> {});

    assertThat(catchThrowable(() -> get(address()))).isInstanceOf(ConnectException.class);
  }

  @Test
  void it_goes_with_nothing_that_ends_at_once() {
    assertThat(cli.run("show", "--web", "--once")).isEqualTo(ExitCode.INVALID);

    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: --web goes on until Ctrl-C, but --once, --png and --svg end",
            "Leave out the one or the others.");
  }

  /** Runs the command, pays that visit while it serves, and ends it. */
  private int serve(Visit visit, String... options) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    time.afterSleep(
        now -> {
          failure.set(catchThrowable(() -> visit.to(address())));
          cli.pressCtrlC();
        });
    int exitCode =
        cli.run(
            Stream.concat(
                    Stream.of("show", "--web", "--config", sandbox.config()), Stream.of(options))
                .toArray(String[]::new));
    assertThat(failure.get()).isNull();
    return exitCode;
  }

  private URI address() {
    return URI.create(cli.out().strip());
  }

  private JsonNode state(URI address) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(address.resolve("state")).body());
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(address).build(), ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private String read(JsonNode symbol, BarcodeFormat format) throws NotFoundException {
    int width = symbol.get("width").asInt() * MODULE;
    boolean barcode = symbol.get("height").asInt() == 1;
    int height = barcode ? BARCODE_HEIGHT : symbol.get("height").asInt() * MODULE;
    List<Box> boxes =
        ShowPictureTest.boxes(symbol.get("path").asString())
            .map(box -> box.scaled(MODULE, barcode ? BARCODE_HEIGHT : MODULE))
            .toList();
    return Raster.of(width, height, boxes).find(format);
  }
}
