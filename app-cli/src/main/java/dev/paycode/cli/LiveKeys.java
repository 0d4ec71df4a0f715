package dev.paycode.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What the keys do while codes are shown. Safe for use by many threads. */
final class LiveKeys {

  private static final char REVEAL = 'r';
  private static final char SWAP = 'i';
  private static final char QUIT = 'q';

  private final Screen screen;
  private volatile boolean quit;

  LiveKeys(Screen screen) {
    this.screen = screen;
  }

  /** The keys in rows, with what they do. */
  static List<String> explained(Paint paint) {
    List<String> rows = new ArrayList<>();
    rows.add(row(REVEAL, "shows the digits for five seconds"));
    if (paint != paint.swapped()) {
      rows.add(row(SWAP, "swaps dark and light"));
    }
    rows.add(row(QUIT, "quits"));
    return rows;
  }

  private static String row(char key, String effect) {
    return ShownCode.row(String.valueOf(key), effect);
  }

  /** What each key does to this picture; any other than the explained ones, nothing. */
  IntConsumer of(LivePicture picture) {
    return key -> {
      switch (Character.toLowerCase(key)) {
        case REVEAL -> picture.reveal();
        case SWAP -> picture.swap();
        case QUIT -> quit();
        default -> {}
      }
    };
  }

  private void quit() {
    quit = true;
    screen.interruptCaller();
  }

  /** Whether the user has ended it so. */
  boolean haveQuit() {
    return quit;
  }
}
