package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Shows the present code once, as text that scrolls with the rest. */
final class OneFrame {

  private final TimeAndChance time;
  private final Streams streams;
  private final OutcomeReport outcomes;

  @Inject
  OneFrame(TimeAndChance time, Streams streams, OutcomeReport outcomes) {
    this.time = time;
    this.streams = streams;
    this.outcomes = outcomes;
  }

  /** Prints the frame, or what hinders it, and answers with the exit code. */
  int show(Session session, CodeRequest request, Screen screen, LastAttempt lastAttempt) {
    return session.present(request).fold(new Printing(session, request, screen, lastAttempt));
  }

  private final class Printing implements Showing.Cases<Integer> {

    private final Session session;
    private final CodeRequest request;
    private final Screen screen;
    private final LastAttempt lastAttempt;

    Printing(Session session, CodeRequest request, Screen screen, LastAttempt lastAttempt) {
      this.session = session;
      this.request = request;
      this.screen = screen;
      this.lastAttempt = lastAttempt;
    }

    @Override
    public Integer code(Showing.Code showing) {
      Scene.Look masked = new Scene.Look(screen.viewport().scrolling(), false, false);
      new CodeScene(CodeFrame.of(screen.paint(), session.isSandbox()), showing, lastAttempt)
          .lines(time.clock().instant(), masked)
          .forEach(streams.out()::println);
      return ExitCode.OBTAINED;
    }

    @Override
    public Integer notYet(Showing.NotYet showing) {
      Instant from = showing.clock().localTime(showing.from());
      try {
        time.sleeper().sleep(Duration.between(time.clock().instant(), from));
        return show(session, request, screen, lastAttempt);
      } catch (InterruptedException interrupted) {
        return ExitCode.INTERRUPTED;
      }
    }

    @Override
    public Integer noCode(Showing.NoCode showing) {
      return showing.outcome().fold(outcomes);
    }

    @Override
    public Integer storeDown(Showing.StoreDown showing) {
      return outcomes.storeDown();
    }
  }
}
