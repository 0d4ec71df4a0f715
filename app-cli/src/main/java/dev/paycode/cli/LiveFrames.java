package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Shows the present code and its successors in place, until quit or until there is none. */
final class LiveFrames {

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
  int show(Session session, CodeRequest request, Screen screen, LastAttempt lastAttempt) {
    LiveKeys keys = new LiveKeys(screen);
    CodeFrame frame =
        CodeFrame.of(screen.paint(), session.isSandbox())
            .explaining(LiveKeys.explained(screen.paint()));
    int exitCode =
        untilEnd(
                session,
                request,
                screen,
                keys,
                lastAttempt,
                code -> new CodeScene(frame, code, lastAttempt))
            .getAsInt();
    return exitCode == ExitCode.INTERRUPTED && keys.haveQuit() ? ExitCode.OBTAINED : exitCode;
  }

  /** What to do once the terminal has its own screen back, so that it can be read. */
  private IntSupplier untilEnd(
      Session session,
      CodeRequest request,
      Screen screen,
      LiveKeys keys,
      LastAttempt lastAttempt,
      Function<Showing.Code, Scene> scenes) {
    try (LiveScreen live = LiveScreen.on(streams.out(), attempts)) {
      LivePicture picture =
          new LivePicture(time.clock(), live, screen.viewport(), Scene.fetching(lastAttempt));
      lastAttempt.onChange(picture::drawIfFetching);
      picture.draw();
      screen.onChange(picture::resize);
      screen.onKey(keys.of(picture));
      LiveDrawing drawing = new LiveDrawing(time, outcomes, live, picture, scenes);
      try (ExpiryGuard guard = new ExpiryGuard()) {
        guard.watch(picture);
        return end(session, request, drawing);
      }
    }
  }

  private static IntSupplier end(Session session, CodeRequest request, LiveDrawing drawing) {
    Optional<IntSupplier> end = Optional.empty();
    while (end.isEmpty()) {
      end = session.present(request).fold(drawing);
    }
    return end.get();
  }
}
