package dev.paycode.persistence;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Everything that the libraries beneath have to say, down to their finest level, while open. */
final class TalkativeLog implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<Logger> talkers =
      Stream.of("io.lettuce", "io.netty", "reactor").map(Logger::getLogger).toList();
  private final List<Level> before = talkers.stream().map(Logger::getLevel).toList();
  private final Handler listener = new Listener();

  private TalkativeLog() {}

  static TalkativeLog opened() {
    TalkativeLog log = new TalkativeLog();
    log.talkers.forEach(logger -> logger.setLevel(Level.ALL));
    log.talkers.forEach(logger -> logger.addHandler(log.listener));
    return log;
  }

  Queue<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    for (int i = 0; i < talkers.size(); i++) {
      talkers.get(i).removeHandler(listener);
      talkers.get(i).setLevel(before.get(i));
    }
  }

  private final class Listener extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      lines.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
