package dev.paycode.cli;

import dev.paycode.code.Presentation;
import dev.paycode.port.in.Showing;
import dev.paycode.usecase.TimeAndChance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Draws each thing there is to show until it is time to ask for the next; answers with what to do
 * at the end of it all, and with nothing before.
 */
final class LiveDrawing implements Showing.Cases<Optional<IntSupplier>> {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final TimeAndChance time;
  private final OutcomeReport outcomes;
  private final LiveScreen live;
  private final LivePicture picture;
  private final Function<Showing.Code, Scene> scenes;

  LiveDrawing(
      TimeAndChance time,
      OutcomeReport outcomes,
      LiveScreen live,
      LivePicture picture,
      Function<Showing.Code, Scene> scenes) {
    this.time = time;
    this.outcomes = outcomes;
    this.live = live;
    this.picture = picture;
    this.scenes = scenes;
  }

  @Override
  public Optional<IntSupplier> code(Showing.Code showing) {
    Presentation shown = showing.presentation();
    Instant until = showing.clock().localTime(shown.until());
    picture.show(scenes.apply(showing), until, showing.clock().localTime(latest(shown)));
    return drawUntil(askingAgainAt(showing, until));
  }

  /**
   * Where the next code is at hand this one stays until that is drawn, lest the screen flickers.
   * Where the next must be fetched first, it may not be shown so long.
   */
  static Instant latest(Presentation shown) {
    return shown.coveredUntil().isAfter(shown.expiry()) ? shown.expiry() : shown.until();
  }

  /** Asking may take a while, and in the code's last second would outlast it on the screen. */
  private static Instant askingAgainAt(Showing.Code showing, Instant end) {
    Instant due = showing.askAgainAt();
    return due.isBefore(end.minus(A_SECOND)) ? due : end;
  }

  @Override
  public Optional<IntSupplier> notYet(Showing.NotYet showing) {
    Instant from = showing.clock().localTime(showing.from());
    picture.show((now, look) -> look.viewport().cut(CodeFrame.waiting(now, from)), from, from);
    return drawUntil(from);
  }

  @Override
  public Optional<IntSupplier> noCode(Showing.NoCode showing) {
    return Optional.of(() -> showing.outcome().fold(outcomes));
  }

  @Override
  public Optional<IntSupplier> storeDown(Showing.StoreDown showing) {
    return Optional.of(outcomes::storeDown);
  }

  /** Draws whenever the picture changes; empty unless interrupted or the terminal is gone. */
  private Optional<IntSupplier> drawUntil(Instant due) {
    try {
      while (time.clock().instant().isBefore(due)) {
        picture.draw();
        time.sleeper().sleep(wait(due));
        if (live.isGone()) {
          return Optional.of(() -> ExitCode.HUNG_UP);
        }
      }
      picture.drawIfOver();
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      return Optional.of(() -> ExitCode.INTERRUPTED);
    }
  }

  private Duration wait(Instant due) {
    Duration left = Duration.between(time.clock().instant(), due);
    Duration change = picture.untilChange();
    Duration shorter = left.compareTo(change) < 0 ? left : change;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }
}
