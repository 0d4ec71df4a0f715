package dev.paycode.cli;

import dev.paycode.code.Presentation;
import dev.paycode.port.in.Showing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Turns what there is to show into what is sent to the page. */
final class PageStates implements Showing.Cases<PageState> {

  private final InstantSource clock;
  private final LastAttempt lastAttempt;
  private final boolean sandbox;

  /**
   * @param clock the local time
   * @param lastAttempt what to tell of the last attempt
   * @param sandbox whether codes pay for nothing
   */
  PageStates(InstantSource clock, LastAttempt lastAttempt, boolean sandbox) {
    this.clock = clock;
    this.lastAttempt = lastAttempt;
    this.sandbox = sandbox;
  }

  @Override
  public PageState code(Showing.Code showing) {
    Presentation shown = showing.presentation();
    Instant now = showing.clock().serverTime(clock.instant());
    PageState.Code code =
        new PageState.Code(
            shown.code().reveal(),
            shown.code().toString(),
            PageState.Symbol.barcode(shown.code()),
            PageState.Symbol.qrCode(shown.code()),
            millis(shown.issued().window().start(), shown.until()),
            millis(now, LiveDrawing.latest(shown)),
            millis(now, shown.coveredUntil()),
            ShownCode.inWords(showing.clock().ahead()),
            lastAttempt.gist(),
            sandbox);
    return new PageState(code, millis(now, shown.until()), "", "");
  }

  @Override
  public PageState notYet(Showing.NotYet showing) {
    Instant now = showing.clock().serverTime(clock.instant());
    return new PageState(null, millis(now, showing.from()), "", "");
  }

  @Override
  public PageState noCode(Showing.NoCode showing) {
    return without(showing.outcome().fold(new OutcomeWords()));
  }

  @Override
  public PageState storeDown(Showing.StoreDown showing) {
    return without(OutcomeWords.STORE_DOWN);
  }

  private static PageState without(Told told) {
    return new PageState(null, 0, told.problem(), told.advice());
  }

  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }
}
