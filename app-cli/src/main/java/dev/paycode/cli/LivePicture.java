package dev.paycode.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What stands on the live screen: one scene until its end, and never beyond it. It is drawn again
 * when time has passed, when a key was pressed, and when the window has another size. Safe for use
 * by many threads.
 */
final class LivePicture {

  private static final Duration REVEALED = Duration.ofSeconds(5);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final LiveScreen live;
  private Viewport viewport;
  private final Scene fetching;
  private Scene scene;
  private Instant changes = Instant.MAX;
  private Instant end = Instant.MAX;
  private Instant revealedUntil = Instant.MIN;
  private boolean swapped;

  /**
   * @param fetching what to see where there is no code
   */
  LivePicture(InstantSource clock, LiveScreen live, Viewport viewport, Scene fetching) {
    this.clock = clock;
    this.live = live;
    this.viewport = viewport;
    this.fetching = fetching;
    this.scene = fetching;
  }

  /**
   * From now on that scene.
   *
   * @param until when another is to follow, in local time
   * @param latest when it must be gone, even if none has followed; not before {@code until}
   */
  synchronized void show(Scene next, Instant until, Instant latest) {
    scene = next;
    changes = until;
    end = latest;
    draw();
  }

  /** Draws what the time now makes of the scene. */
  synchronized void draw() {
    Instant now = clock.instant();
    Scene current = now.isBefore(end) ? scene : fetching;
    live.draw(current.lines(now, new Scene.Look(viewport, now.isBefore(revealedUntil), swapped)));
  }

  /** Takes away what must be gone; what need not stays until the next is drawn over it. */
  synchronized void drawIfOver() {
    if (!clock.instant().isBefore(end)) {
      draw();
    }
  }

  /** Tells anew what is being waited for, where there is no code. */
  synchronized void drawIfFetching() {
    if (scene.equals(fetching) || !clock.instant().isBefore(end)) {
      draw();
    }
  }

  /**
   * How long the picture stays as it is: until whole seconds are left before the change, so that
   * the countdown steps evenly, or until the digits are to be masked.
   */
  synchronized Duration untilChange() {
    Instant now = clock.instant();
    int over = Duration.between(now, changes).toNanosPart();
    Duration second = over == 0 ? A_SECOND : Duration.ofNanos(over);
    return now.isBefore(revealedUntil) ? earlier(second, now, revealedUntil) : second;
  }

  private static Duration earlier(Duration wait, Instant now, Instant then) {
    Duration other = Duration.between(now, then);
    return other.compareTo(wait) < 0 ? other : wait;
  }

  /** Shows the digits in full for five seconds, but not those of the next code. */
  synchronized void reveal() {
    Instant masked = clock.instant().plus(REVEALED);
    revealedUntil = masked.isBefore(changes) ? masked : changes;
    draw();
  }

  /** Swaps dark and light. */
  synchronized void swap() {
    swapped = !swapped;
    draw();
  }

  /** Draws all of it anew, into a window of that size. */
  synchronized void resize(Viewport other) {
    viewport = other;
    live.clear();
    draw();
  }
}
