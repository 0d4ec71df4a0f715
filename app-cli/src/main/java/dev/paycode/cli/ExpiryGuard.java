package dev.paycode.cli;

import java.util.Timer;
import java.util.TimerTask;

/** Takes an expired code off the screen even while whoever draws waits for a store that hangs. */
final class ExpiryGuard implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 250;

  private final Timer timer = new Timer("paycode-expiry", true);

  /** Looks after that picture until this is closed. */
  void watch(LivePicture picture) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            picture.drawIfOver();
          }
        },
        LOOK_EVERY_MILLIS,
        LOOK_EVERY_MILLIS);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
