package dev.paycode.cli;

import static dev.paycode.cli.HandMovedTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveFramesTest {

  private static final Instant EXPIRY = NOON.plusSeconds(40);

  /** In its last 5 seconds a code is too stale to be shown. */
  private static final Instant END = EXPIRY.minusSeconds(5);

  private static final CodeRequest REQUEST =
      CodeRequest.of(CustomerId.parse("customer"), DeviceEnvironment.of("device"));

  private final HandMovedTime time = new HandMovedTime();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Streams streams =
      new Streams(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  private final List<String> shownDuringCalls = new ArrayList<>();
  private final List<Instant> timesOfCalls = new ArrayList<>();
  private final LastAttempt last = new LastAttempt(time);

  @Test
  void while_the_gateway_hangs_at_the_refill_no_code_is_shown_beyond_its_end() throws IOException {
    int exitCode = show();

    assertThat(exitCode).isEqualTo(ExitCode.GAVE_UP);
    assertThat(timesOfCalls).hasSizeGreaterThan(1);
    assertThat(timesOfCalls.get(1)).isEqualTo(END);
    assertThat(shownDuringCalls)
        .allSatisfy(shown -> assertThat(shown).startsWith("Fetching the next code …"));
  }

  @Test
  void while_there_is_no_code_the_screen_tells_which_attempt_why_and_how_long() throws IOException {
    show();

    assertThat(DrawnFrames.in(out.toString(StandardCharsets.UTF_8)))
        .anyMatch(frame -> frame.toString().matches(".*Fetching.*Attempt 1: .*asking again in .*"))
        .anyMatch(frame -> frame.toString().matches(".*Fetching.*asking again \\(attempt 2\\).*"));
  }

  @Test
  void until_its_end_the_code_stays_on_the_screen() throws IOException {
    time.afterSleep(
        now -> assertThat(shown()).contains(now.isAfter(END) ? "Fetching" : "last another"));

    assertThat(show()).isEqualTo(ExitCode.GAVE_UP);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void while_the_store_hangs_no_code_is_shown_beyond_its_end() throws IOException {
    AtomicBoolean gone = new AtomicBoolean();
    MemoryStore store = MemoryStore.holding(10, time);
    CodeSchedules hanging =
        new CodeSchedules() {
          @Override
          public CodeSchedule find(CodeHolder holder) {
            if (time.instant().isAfter(NOON)) {
              assertThat(shown()).contains("last another");
              waitBeyondTheEnd();
              gone.set(true);
              throw new StoreUnavailableException("hung up", new IOException("timed out"));
            }
            return store.find(holder);
          }

          @Override
          public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
            return store.update(holder, change);
          }
        };

    assertThat(show(useCases(hanging, store))).isEqualTo(ExitCode.GAVE_UP);

    assertThat(gone).isTrue();
  }

  /** Comes back once no code stands on the screen. */
  private void waitBeyondTheEnd() {
    time.pass(Duration.ofMinutes(1));
    while (!shown().startsWith("Fetching")) {
      Thread.onSpinWait();
    }
  }

  private int show() throws IOException {
    MemoryStore store = MemoryStore.holding(10, time);
    return show(useCases(store, store));
  }

  private int show(UseCases useCases) throws IOException {
    TimeAndChance timeAndChance = time.asTimeAndChance();
    OutcomeReport outcomes = new OutcomeReport(new ErrorLines(streams));
    WindowTerminal terminal = new WindowTerminal("xterm-256color");
    terminal.setSize(new Size(120, 40));
    try (Screen screen =
        new Screen(terminal, Paint.NONE, Viewport.UNBOUNDED, new ErrorLines(streams))) {
      return new LiveFrames(timeAndChance, streams, new AttemptLog(streams), outcomes)
          .show(new Session(useCases, true, () -> {}), REQUEST, screen, last);
    }
  }

  /** No refill in the background: the first one is needed when the code has ended. */
  private UseCases useCases(CodeSchedules schedules, RefillLeases leases) {
    return UseCases.over(oneCodeAndThenSilence(), schedules, leases, time.asTimeAndChance())
        .telling(last)
        .prefetchingOn(
            work -> {
              throw new RejectedExecutionException("busy");
            })
        .build();
  }

  private CodeGateway oneCodeAndThenSilence() {
    return request ->
        new PreparedCall() {
          @Override
          public Reply send(Duration limit) throws InterruptedException {
            return answer(limit);
          }

          @Override
          public String bodyDigest() {
            return "";
          }
        };
  }

  private Reply answer(Duration limit) throws InterruptedException {
    timesOfCalls.add(time.instant());
    shownDuringCalls.add(shown());
    if (timesOfCalls.size() == 1) {
      return oneCode();
    }
    time.asTimeAndChance().sleeper().sleep(limit);
    return new Reply.NoResult(Cause.TIMED_OUT);
  }

  private static Reply oneCode() {
    return new Reply.Answer(
        Result.of(
            SpecifiedCode.SUCCESS.status(),
            SpecifiedCode.SUCCESS.code(),
            SpecifiedCode.SUCCESS.meaning()),
        List.of(
            new IssuedCode(
                PaymentCode.parse("281006020000000000125733"), new ValidityWindow(NOON, EXPIRY))),
        0,
        NOON,
        KeyVersion.FIRST);
  }

  /** What stands on the screen now. */
  private String shown() {
    List<List<String>> frames = DrawnFrames.in(out.toString(StandardCharsets.UTF_8));
    return String.join("\n", frames.get(frames.size() - 1));
  }
}
