package dev.paycode.persistence;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The way to a file that another process may have open: whoever is next tries until it is free. */
final class H2Entrance implements AutoCloseable {

  private static final String IN_USE = "90020";
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final WaitingLine line;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;

  /** How to wait. */
  @FunctionalInterface
  interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
  }

  /** How to open the file. */
  @FunctionalInterface
  interface Opening<T> {

    T open() throws SQLException;
  }

  H2Entrance(WaitingLine line, LongSupplier nanoTime, Sleeper sleeper) {
    this.line = line;
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
  }

  /** What is said of a file that somebody else has. */
  static SQLException inUse(String problem) {
    return new SQLException(problem, IN_USE);
  }

  /**
   * What opening the file brings.
   *
   * @param end until when, by the clock of nanoseconds, it may be in use
   */
  <T> T passed(long end, Opening<T> opening)
      throws SQLException, IOException, InterruptedException {
    FileLock place = place(end);
    try {
      return opened(end, opening);
    } finally {
      leave(place);
    }
  }

  private static void leave(FileLock place) {
    try {
      place.release();
    } catch (IOException kept) {
      // what was opened is of more use than the place
    }
  }

  private FileLock place(long end) throws SQLException, IOException, InterruptedException {
    while (true) {
      Optional<FileLock> place = line.tryToBeNext();
      if (place.isPresent()) {
        return place.get();
      }
      pause(end, inUse("Others have waited for the file all the time"));
    }
  }

  private <T> T opened(long end, Opening<T> opening) throws SQLException, InterruptedException {
    while (true) {
      try {
        return opening.open();
      } catch (SQLException failure) {
        if (!IN_USE.equals(failure.getSQLState())) {
          throw failure;
        }
        pause(end, failure);
      }
    }
  }

  private void pause(long end, SQLException failure) throws SQLException, InterruptedException {
    if (nanoTime.getAsLong() - end >= 0) {
      throw failure;
    }
    sleeper.sleep(PAUSE);
  }

  /** Where it cannot be seen, somebody may be. */
  boolean isSomebodyWaiting() {
    try {
      return line.isSomebodyWaiting();
    } catch (IOException unseen) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
