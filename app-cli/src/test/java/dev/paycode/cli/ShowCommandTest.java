package dev.paycode.cli;

import static dev.paycode.cli.DrawnFrames.ENTER;
import static dev.paycode.cli.DrawnFrames.LEAVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {

  private final HandMovedTime time = new HandMovedTime();

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @Test
  void into_a_file_it_prints_one_plain_frame_and_ends() throws NotFoundException {
    Cli cli = Cli.withoutTerminal(time);

    assertThat(cli.run("show", "--config", sandbox.config())).isZero();

    Raster picture = Raster.onPaper(cli.out().lines().toList());
    assertThat(cli.out()).doesNotContain("\033").contains("Sandbox codes pay for nothing.");
    assertThat(picture.find(BarcodeFormat.QR_CODE)).isEqualTo(sandbox.digits().get(0));
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(sandbox.digits().get(0));
  }

  @Test
  void once_on_a_terminal_prints_one_frame_in_colour_and_ends() throws NotFoundException {
    Cli cli = Cli.onTerminal(time, 120, 10);

    assertThat(cli.run("show", "--once", "--config", sandbox.config())).isZero();

    Raster picture = Raster.onDarkTerminal(cli.out().lines().toList());
    assertThat(cli.out()).doesNotContain(ENTER);
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(sandbox.digits().get(0));
  }

  @Test
  void ten_codes_are_asked_for_unless_told_otherwise() {
    Cli.withoutTerminal(time).run("show", "--config", sandbox.config());
    Cli.withoutTerminal(time).run("show", "--config", sandbox.config(), "--quantity", "2");

    assertThat(sandbox.digits()).hasSize(12);
  }

  @Test
  void on_a_terminal_it_changes_to_the_next_code_when_that_ones_window_starts()
      throws NotFoundException {
    Cli cli = Cli.onTerminal(time, 120, 40);
    pressCtrlCAfter(cli, Duration.ofSeconds(95));

    assertThat(cli.run("show", "--config", sandbox.config())).isEqualTo(ExitCode.INTERRUPTED);

    List<List<String>> frames = frames(cli);
    assertThat(frames).hasSize(95);
    assertThat(qrCode(frames.get(29))).isEqualTo(sandbox.digits().get(0));
    assertThat(qrCode(frames.get(30))).isEqualTo(sandbox.digits().get(1));
    assertThat(text(frames.get(29))).contains("in 0:01");
    assertThat(text(frames.get(30))).contains("in 0:30");
    assertThat(qrCode(frames.get(90))).isEqualTo(sandbox.digits().get(3));
  }

  @Test
  void it_fetches_more_before_the_codes_run_out_and_never_shows_one_out_of_its_window()
      throws NotFoundException {
    Cli cli = Cli.onTerminal(time, 120, 40);
    pressCtrlCAfter(cli, Duration.ofMinutes(7));

    cli.run("show", "--config", sandbox.config());

    List<List<String>> frames = frames(cli);
    assertThat(frames).hasSize(7 * 60);
    for (int second = 0; second < frames.size(); second++) {
      Instant shownAt = HandMovedTime.NOON.plusSeconds(second);
      assertThat(sandbox.windowOf(qrCode(frames.get(second))).contains(shownAt)).isTrue();
    }
    assertThat(sandbox.digits()).hasSize(20);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void ctrl_c_gives_the_terminal_its_screen_and_cursor_back() {
    Cli cli = Cli.onTerminal(time, 120, 40);
    pressCtrlCAfter(cli, Duration.ofSeconds(3));

    assertThat(cli.run("show", "--config", sandbox.config())).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(cli.out()).startsWith(ENTER).endsWith(LEAVE);
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void ctrl_c_while_the_gateway_is_silent_ends_with_130_and_restores_the_terminal()
      throws IOException {
    Cli cli = Cli.onTerminal(time, 120, 40);

    try (DeafGateway gateway = DeafGateway.doing(cli::pressCtrlC)) {
      assertThat(cli.run("show", "--config", sandbox.config(), "--gateway", gateway.uri()))
          .isEqualTo(ExitCode.INTERRUPTED);
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out()).endsWith(LEAVE);
    assertThat(cli.hasTerminalBack()).isTrue();
  }

  @Test
  void ctrl_c_ends_one_frame_that_waits_for_the_gateway_with_130() throws IOException {
    Cli cli = Cli.onTerminal(time, 120, 40);

    try (DeafGateway gateway = DeafGateway.doing(cli::pressCtrlC)) {
      assertThat(
              cli.run("show", "--once", "--config", sandbox.config(), "--gateway", gateway.uri()))
          .isEqualTo(ExitCode.INTERRUPTED);
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(cli.out() + cli.err()).isEmpty();
    assertThat(cli.hasTerminalBack()).isTrue();
  }

  @Test
  void attempts_are_told_once_the_terminal_has_its_screen_back() {
    Cli cli = Cli.onTerminal(time, 120, 40);
    AtomicReference<String> toldMeanwhile = new AtomicReference<>("nothing looked at");
    time.afterSleep(
        now -> {
          toldMeanwhile.set(cli.err());
          cli.pressCtrlC();
        });

    cli.run("show", "--verbose", "--config", sandbox.config());

    assertThat(toldMeanwhile).hasValue("");
    assertThat(cli.err()).matches("attempt 1, \\d+ ms: SUCCESS, 10 codes\\R");
  }

  @Test
  void a_fault_while_drawing_gives_the_terminal_its_screen_back_too() {
    Cli cli = Cli.onTerminal(time, 120, 40);
    time.afterSleep(
        now -> {
          throw new IllegalStateException("anything");
        });

    assertThat(cli.run("show", "--config", sandbox.config())).isEqualTo(ExitCode.FAULT);

    assertThat(cli.out()).startsWith(ENTER).endsWith(LEAVE);
    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: internal fault: IllegalStateException",
            "Run the same command with --verbose and report what it prints.");
  }

  @Test
  void a_narrow_terminal_gets_the_qr_code_alone() throws NotFoundException {
    Cli cli = Cli.onTerminal(time, 80, 24);
    pressCtrlCAfter(cli, Duration.ofSeconds(1));

    cli.run("show", "--config", sandbox.config());

    assertThat(cli.out()).doesNotContain("▌");
    assertThat(qrCode(frames(cli).get(0))).isEqualTo(sandbox.digits().get(0));
  }

  @Test
  void a_refusal_is_told_after_the_terminal_has_its_screen_back() {
    Cli cli = Cli.onTerminal(time, 120, 40);

    int exitCode =
        cli.run("show", "--config", sandbox.config(), "--customer=sandbox-ACCESS_DENIED");

    assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
    assertThat(frames(cli)).isEmpty();
    assertThat(cli.out()).startsWith(ENTER).endsWith(LEAVE);
    assertThat(cli.err().lines()).hasSize(2);
  }

  @Test
  void no_digits_are_printed() {
    Cli cli = Cli.onTerminal(time, 120, 40);
    pressCtrlCAfter(cli, Duration.ofSeconds(95));

    cli.run("show", "--verbose", "--config", sandbox.config());

    assertThat(sandbox.digits())
        .hasSize(10)
        .noneMatch(digits -> (cli.out() + cli.err()).contains(digits));
  }

  private void pressCtrlCAfter(Cli cli, Duration wait) {
    Instant end = time.instant().plus(wait);
    time.afterSleep(
        now -> {
          if (!now.isBefore(end)) {
            cli.pressCtrlC();
          }
        });
  }

  private static String text(List<String> frame) {
    return DrawnFrames.plain(String.join("\n", frame));
  }

  /** The pictures of codes. */
  private static List<List<String>> frames(Cli cli) {
    return DrawnFrames.in(cli.out()).stream()
        .filter(frame -> !frame.equals(CodeFrame.fetching("")))
        .toList();
  }

  private static String qrCode(List<String> frame) throws NotFoundException {
    return Raster.onDarkTerminal(frame).find(BarcodeFormat.QR_CODE);
  }

  @Test
  void a_terminal_gets_one_object_where_a_program_reads_it() {
    Cli cli = Cli.onTerminal(time, 100, 30);

    assertThat(cli.run("show", "--format=json", "--config", sandbox.config())).isZero();

    assertThat(cli.out().lines()).hasSize(1).first().asString().startsWith("{").contains("****");
    assertThat(sandbox.digits()).isNotEmpty().noneMatch(cli.out()::contains);
  }

  @Test
  void digits_are_revealed_where_they_are_printed_once_and_nowhere_else() {
    Cli cli = Cli.onTerminal(time, 100, 30);

    assertThat(cli.run("show", "--once", "--reveal", "--config", sandbox.config())).isZero();
    assertThat(sandbox.digits()).anyMatch(cli.out()::contains);

    assertThat(cli.run("show", "--reveal", "--config", sandbox.config()))
        .isEqualTo(ExitCode.INVALID);
    assertThat(cli.err()).contains("--reveal is for what is printed once", "Press r");
  }
}
