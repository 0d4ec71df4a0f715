package dev.paycode.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A pause whose end a test decides: calls that are held by it are answered once it is released.
 *
 * <pre>{@code
 * Pause pause = new Pause();
 * sandbox.answerNext(Script.codes().heldBy(pause));
 * // let another thread call, then
 * pause.awaitCall();
 * // do what must happen while the call is under way, then
 * pause.release();
 * }</pre>
 *
 * <p>Closing the sandbox ends the pause for its calls, without an answer. Safe for use by many
 * threads.
 */
public final class Pause {

  private static final long LONGEST_WAIT_SECONDS = 30;

  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);

  /** A pause that has not ended. */
  public Pause() {}

  /**
   * Waits until one more call is held; a second time, for a second call. A call that came before
   * counts.
   *
   * @throws IllegalStateException if none comes within 30 s
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitCall() throws InterruptedException {
    if (!arrived.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "no call came to the pause within " + LONGEST_WAIT_SECONDS + " s");
    }
  }

  /** Ends the pause: for all calls that are held, and for all that come later. */
  public void release() {
    released.countDown();
  }

  void hold() throws IOException {
    arrived.release();
    try {
      released.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the sandbox is closed");
    }
  }

  @Override
  public String toString() {
    return released.getCount() == 0 ? "Pause[released]" : "Pause[holding]";
  }
}
