package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.junit.jupiter.api.Test;

/** What Ctrl-C spoils that reaches the programs by which a terminal is asked. */
class ScreenTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Screen screen(WindowTerminal terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Screen(
        terminal, Paint.NONE, Viewport.UNBOUNDED, new ErrorLines(new Streams(stream, stream)));
  }

  @Test
  void settings_that_could_not_be_made_are_made_again() throws IOException {
    WindowTerminal terminal = new WindowTerminal("xterm");
    try (Screen screen = screen(terminal)) {
      terminal.failNext(2);

      screen.onKey(key -> {});

      assertThat(terminal.isEchoing()).isFalse();
      assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isFalse();
    }
  }

  @Test
  void settings_that_could_not_be_given_back_are_given_back_again() throws IOException {
    WindowTerminal terminal = new WindowTerminal("xterm");
    Attributes usual = new Attributes();
    usual.setLocalFlag(LocalFlag.ECHO, true);
    terminal.setAttributes(usual);
    Screen screen = screen(terminal);
    screen.onKey(key -> {});
    terminal.failNext(2);

    screen.close();

    assertThat(terminal.isEchoing()).isTrue();
    assertThat(err.size()).isZero();
  }

  @Test
  void settings_that_cannot_be_given_back_are_told_with_the_remedy() throws IOException {
    WindowTerminal terminal = new WindowTerminal("xterm");
    Screen screen = screen(terminal);
    screen.onKey(key -> {});
    terminal.failNext(Integer.MAX_VALUE);

    screen.close();

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("stty sane");
  }
}
