package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Waits for the present code, and has it shown once. */
final class Once {

  private final TimeAndChance time;
  private final OutcomeReport outcomes;

  @Inject
  Once(TimeAndChance time, OutcomeReport outcomes) {
    this.time = time;
    this.outcomes = outcomes;
  }

  /** Has the code shown, or tells what hinders it, and answers with the exit code. */
  int show(Session session, CodeRequest request, Consumer<Showing.Code> display) {
    return session.present(request).fold(new Waiting(session, request, display));
  }

  private final class Waiting implements Showing.Cases<Integer> {

    private final Session session;
    private final CodeRequest request;
    private final Consumer<Showing.Code> display;

    Waiting(Session session, CodeRequest request, Consumer<Showing.Code> display) {
      this.session = session;
      this.request = request;
      this.display = display;
    }

    @Override
    public Integer code(Showing.Code showing) {
      display.accept(showing);
      return ExitCode.OBTAINED;
    }

    @Override
    public Integer notYet(Showing.NotYet showing) {
      Instant from = showing.clock().localTime(showing.from());
      try {
        time.sleeper().sleep(Duration.between(time.clock().instant(), from));
        return show(session, request, display);
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
