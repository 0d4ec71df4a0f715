package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code show} in a process of its own and a real terminal, its clock and sandbox's sped up. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShowInTerminalTest {

  private static final char CTRL_C = '\003';

  @TempDir private Path directory;

  @Test
  void it_hears_keys_and_window_sizes_while_one_code_follows_the_other() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.running(directory, "show")) {
      String first = qrCode(terminal.await(ShowInTerminalTest::showsACode));
      assertThat(terminal.output()).doesNotContain(first).contains("****" + end(first));

      terminal.type('r');
      terminal.await(frame -> text(frame).contains(first));
      terminal.await(frame -> !text(frame).contains(first));

      List<String> next =
          terminal.await(frame -> showsACode(frame) && !text(frame).contains(end(first)));
      assertThat(text(next)).contains("****" + end(qrCode(next))).contains("▌");

      terminal.resize(80, 24);
      List<String> small = terminal.await(frame -> showsACode(frame) && !text(frame).contains("▌"));
      assertThat(small).hasSizeLessThanOrEqualTo(24);
      assertThat(qrCode(small)).isNotEmpty();

      terminal.type('q');
      assertThat(terminal.exitCode()).isZero();
      assertThat(terminal.output()).endsWith(DrawnFrames.LEAVE);
    }
  }

  @Test
  void ctrl_c_ends_with_130_and_restores_the_terminal() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.running(directory, "show")) {
      terminal.await(ShowInTerminalTest::showsACode);

      terminal.type(CTRL_C);

      assertThat(terminal.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
      assertRestored(terminal);
    }
  }

  @Test
  void sigterm_ends_with_143_and_restores_the_terminal() throws Exception {
    try (PseudoTerminal terminal = PseudoTerminal.running(directory, "show")) {
      terminal.await(ShowInTerminalTest::showsACode);

      terminal.terminate();

      assertThat(terminal.exitCode()).isEqualTo(128 + 15);
      assertRestored(terminal);
    }
  }

  private static void assertRestored(PseudoTerminal terminal) throws IOException {
    assertThat(terminal.output()).endsWith(DrawnFrames.LEAVE);
    assertThat(terminal.settingsAfter()).isEqualTo(terminal.settingsBefore());
  }

  private static boolean showsACode(List<String> frame) {
    return text(frame).contains("Changes");
  }

  private static String qrCode(List<String> frame) throws NotFoundException {
    return Raster.onDarkTerminal(frame).find(BarcodeFormat.QR_CODE);
  }

  private static String text(List<String> frame) {
    return DrawnFrames.plain(String.join("\n", frame));
  }

  private static String end(String digits) {
    return digits.substring(digits.length() - 4);
  }
}
