package dev.paycode.cli;

import static dev.paycode.cli.DrawnFrames.ENTER;
import static dev.paycode.cli.DrawnFrames.LEAVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveKeysTest {

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.onTerminal(time, 80, 24);

  /** What happens when so many seconds have passed. */
  private final Map<Long, Runnable> script = new HashMap<>();

  @TempDir private Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
    time.afterSleep(
        now ->
            script
                .getOrDefault(now.getEpochSecond() - HandMovedTime.NOON.getEpochSecond(), () -> {})
                .run());
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @Test
  void r_shows_the_digits_for_five_seconds() {
    script.put(10L, () -> cli.press('r'));
    script.put(20L, () -> cli.press('q'));

    show();

    // One frame a second from 0 to 10, and then the one that the key asks for.
    assertThat(revealing(sandbox.digits().get(0))).containsExactly(10, 11, 12, 13, 14);
  }

  @Test
  void capital_r_does_so_too_and_a_second_time_it_lasts_longer() {
    script.put(10L, () -> cli.press('R'));
    script.put(12L, () -> cli.press('r'));
    script.put(20L, () -> cli.press('q'));

    show();

    assertThat(revealing(sandbox.digits().get(0))).containsExactly(10, 11, 12, 13, 14, 15, 16);
  }

  @Test
  void the_digits_of_the_next_code_are_masked_again() {
    script.put(28L, () -> cli.press('r'));
    script.put(40L, () -> cli.press('q'));

    show();

    assertThat(revealing(sandbox.digits().get(0))).containsExactly(28, 29);
    assertThat(revealing(sandbox.digits().get(1))).isEmpty();
  }

  @Test
  void q_ends_with_0_and_gives_the_terminal_back() {
    script.put(3L, () -> cli.press('q'));

    assertThat(show()).isZero();

    assertThat(cli.out()).startsWith(ENTER).endsWith(LEAVE);
    assertThat(cli.hasTerminalBack()).isTrue();
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void q_ends_it_while_the_gateway_is_silent() throws IOException {
    try (DeafGateway gateway = DeafGateway.doing(() -> cli.press('q'))) {
      assertThat(cli.run("show", "--config", sandbox.config(), "--gateway", gateway.uri()))
          .isZero();
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(cli.out()).endsWith(LEAVE);
  }

  @Test
  void other_keys_change_nothing() {
    script.put(1L, () -> cli.press('x'));
    script.put(2L, () -> cli.press('q'));

    show();

    assertThat(DrawnFrames.in(cli.out())).hasSize(1 + 2);
  }

  @Test
  void where_there_is_no_colour_i_swaps_dark_and_light() throws NotFoundException {
    cli.withoutColour();
    script.put(1L, () -> cli.press('i'));
    script.put(2L, () -> cli.press('q'));

    show();

    List<List<String>> frames = DrawnFrames.in(cli.out());
    String digits = sandbox.digits().get(0);
    assertThat(Raster.onPaper(frames.get(1)).find(BarcodeFormat.QR_CODE)).isEqualTo(digits);
    assertThat(Raster.lightOnDark(last(frames)).find(BarcodeFormat.QR_CODE)).isEqualTo(digits);
    assertThat(String.join("", last(frames)))
        .contains("swaps dark and light")
        .doesNotContain("\033");
  }

  @Test
  void where_there_is_colour_i_changes_nothing_and_is_not_offered() {
    script.put(1L, () -> cli.press('i'));
    script.put(2L, () -> cli.press('q'));

    show();

    assertThat(DrawnFrames.in(cli.out())).hasSize(1 + 2);
    assertThat(cli.out()).doesNotContain("swaps");
  }

  @Test
  void a_window_that_grows_gets_the_barcode_at_once() throws NotFoundException {
    script.put(1L, () -> cli.resize(120, 40));
    script.put(2L, () -> cli.press('q'));

    show();

    List<List<String>> frames = DrawnFrames.in(cli.out());
    assertThat(String.join("", frames.get(1))).doesNotContain("▌");
    assertThat(Raster.onDarkTerminal(last(frames)).find(BarcodeFormat.CODE_128))
        .isEqualTo(sandbox.digits().get(0));
  }

  @Test
  void a_second_that_passes_draws_the_lines_that_change_and_no_others() {
    script.put(20L, () -> cli.press('q'));

    show();

    assertThat(DrawnFrames.updates(cli.out()).subList(2, 20))
        .allSatisfy(update -> assertThat(update.split(";1H")).hasSize(1 + 2));
  }

  @Test
  void nothing_is_shown_between_a_code_and_the_next_one_at_hand() {
    script.put(100L, () -> cli.press('q'));

    show();

    assertThat(DrawnFrames.in(cli.out()).stream().filter(CodeFrame.fetching("")::equals))
        .hasSize(1);
  }

  private int show() {
    return cli.run("show", "--config", sandbox.config());
  }

  /** The seconds at which these digits stood on the screen. */
  private List<Integer> revealing(String digits) {
    return DrawnFrames.in(cli.out()).stream()
        .map(frame -> DrawnFrames.plain(String.join("\n", frame)))
        .filter(frame -> frame.contains(digits))
        .map(LiveKeysTest::second)
        .distinct()
        .toList();
  }

  /** As the countdown of the first or second code tells it. */
  private static Integer second(String frame) {
    int left = Integer.parseInt(frame.replaceAll("(?s).* in 0:(\\d\\d).*", "$1"));
    return 30 - left;
  }

  private static List<String> last(List<List<String>> frames) {
    return frames.get(frames.size() - 1);
  }
}
