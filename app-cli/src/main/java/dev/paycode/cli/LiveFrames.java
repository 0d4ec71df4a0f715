package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;

/** Shows the present code and its successors in place, until interrupted or until there is none. */
final class LiveFrames {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TimeAndChance time;
  private final Streams streams;
  private final AttemptLog attempts;
  private final OutcomeReport outcomes;

  @Inject
  LiveFrames(TimeAndChance time, Streams streams, AttemptLog attempts, OutcomeReport outcomes) {
    this.time = time;
    this.streams = streams;
    this.attempts = attempts;
    this.outcomes = outcomes;
  }

  /** Draws until there is no code to draw, then tells why and answers with the exit code. */
  int show(Session session, CodeRequest request, Screen screen) {
    screen.hideTyping();
    return untilEnd(session, request, screen).getAsInt();
  }

  /** What to do once the terminal has its own screen back, so that it can be read. */
  private IntSupplier untilEnd(Session session, CodeRequest request, Screen screen) {
    try (LiveScreen live = LiveScreen.on(streams.out(), attempts)) {
      live.draw(CodeFrame.FETCHING);
      Drawing drawing =
          new Drawing(screen, live, new CodeFrame(screen.paint(), session.isSandbox()));
      Optional<IntSupplier> end = Optional.empty();
      while (end.isEmpty()) {
        end = session.present(request).fold(drawing);
      }
      return end.get();
    }
  }

  private final class Drawing implements Showing.Cases<Optional<IntSupplier>> {

    private final Screen screen;
    private final LiveScreen live;
    private final CodeFrame frame;

    Drawing(Screen screen, LiveScreen live, CodeFrame frame) {
      this.screen = screen;
      this.live = live;
      this.frame = frame;
    }

    @Override
    public Optional<IntSupplier> code(Showing.Code showing) {
      Instant end = showing.clock().localTime(showing.presentation().until());
      Optional<IntSupplier> interrupted =
          drawUntil(
              askingAgainAt(showing, end),
              (now, viewport) ->
                  frame.lines(showing.presentation(), showing.clock().serverTime(now), viewport));
      if (!time.clock().instant().isBefore(end)) {
        // To ask may take seconds, and the code may not be shown any longer.
        live.draw(CodeFrame.FETCHING);
      }
      return interrupted;
    }

    /** Asking in the code's last second would outlast it on the screen. */
    private Instant askingAgainAt(Showing.Code showing, Instant end) {
      Instant due = showing.askAgainAt();
      return due.isBefore(end.minus(A_SECOND)) ? due : end;
    }

    @Override
    public Optional<IntSupplier> notYet(Showing.NotYet showing) {
      return drawUntil(
          showing.clock().localTime(showing.from()),
          (now, viewport) -> frame.waiting(showing.clock().serverTime(now), showing.from()));
    }

    @Override
    public Optional<IntSupplier> noCode(Showing.NoCode showing) {
      return Optional.of(() -> showing.outcome().fold(outcomes));
    }

    @Override
    public Optional<IntSupplier> storeDown(Showing.StoreDown showing) {
      return Optional.of(outcomes::storeDown);
    }

    /** Draws every second; empty unless interrupted. */
    private Optional<IntSupplier> drawUntil(
        Instant end, BiFunction<Instant, Viewport, List<String>> lines) {
      try {
        while (time.clock().instant().isBefore(end)) {
          drawBefore(end, screen.viewport(), lines);
        }
        return Optional.empty();
      } catch (InterruptedException interrupted) {
        return Optional.of(() -> ExitCode.INTERRUPTED);
      }
    }

    /** Draws once; not if measuring the viewport has lasted until the end. */
    private void drawBefore(
        Instant end, Viewport viewport, BiFunction<Instant, Viewport, List<String>> lines)
        throws InterruptedException {
      Instant now = time.clock().instant();
      if (now.isBefore(end)) {
        live.draw(lines.apply(now, viewport));
        time.sleeper().sleep(untilNextSecond(Duration.between(now, end)));
      }
    }

    /** What is over whole seconds, so that the countdown steps evenly and ends with the code. */
    private Duration untilNextSecond(Duration left) {
      return left.toNanosPart() == 0 ? A_SECOND : Duration.ofNanos(left.toNanosPart());
    }
  }
}
