package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told while something else stands on the terminal. */
class AttemptLogTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final AttemptLog log = new AttemptLog(new Streams(stream, stream, true, Optional::empty));

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void trouble_waits_until_the_picture_is_gone() {
    log.holdBack();
    log.trouble("the log cannot be written", "Free space.");
    assertThat(err()).isEmpty();

    log.release();

    assertThat(err().lines()).containsExactly("paycode: the log cannot be written", "Free space.");
  }

  @Test
  void trouble_does_not_stand_behind_the_progress() {
    log.progress().attempting(1);
    log.trouble("the log cannot be written", "Free space.");

    assertThat(err()).endsWith("…\r\033[Kpaycode: the log cannot be written\nFree space.\n");
  }
}
