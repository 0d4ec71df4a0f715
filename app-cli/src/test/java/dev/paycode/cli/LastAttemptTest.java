package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Reply;
import dev.paycode.port.out.Attempt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastAttemptTest {

  private static final Attempt ATTEMPT =
      Attempt.of(
          1, Duration.ofMillis(20), new Reply.NoResult(Cause.TIMED_OUT), ClockOffset.NONE, "");

  private final LastAttempt last = new LastAttempt(new HandMovedTime());

  @Test
  void before_the_first_attempt_there_is_none() {
    assertThat(last.gist()).isEqualTo("none yet");
  }

  @Test
  void it_tells_when_the_attempt_ended_and_what_it_brought() {
    last.attempted(ATTEMPT);

    assertThat(last.gist()).startsWith("12:00:00Z ").endsWith(", 0 codes");
  }
}
