package dev.paycode.cli;

import dev.paycode.handling.Outcome;
import dev.paycode.persistence.DroppedRow;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logs the facts of each attempt, wait, outcome and loss of kept codes, and no secret: what is not
 * expected at the level {@code WARNING}, a fault at {@code ERROR}, the rest at {@code INFO}. As
 * thread-safe as the logger.
 */
final class EventLog implements HandlingListener {

  private final Logger logger;

  EventLog(Logger logger) {
    this.logger = logger;
  }

  @Override
  public void attempted(Attempt attempt) {
    Map<String, Object> event = event("attempt");
    event.put("number", attempt.number());
    event.put("millis", attempt.took().toMillis());
    event.putAll(attempt.reply().fold(new ReplyFacts()));
    event.put("codes", attempt.codesReceived());
    event.put("bodyDigest", attempt.bodyDigest());
    logger.log(expectedIf(attempt.codesReceived() > 0), event);
  }

  @Override
  public void waiting(Pause pause) {
    Map<String, Object> event = event("pause");
    event.put("kind", pause.reason());
    event.put("millis", pause.length().toMillis());
    logger.log(Level.INFO, event);
  }

  @Override
  public void finished(Ending ending) {
    Map<String, Object> event = event("outcome");
    event.put("kind", ending.kind());
    event.put("attempts", ending.attempts());
    event.put("millis", ending.took().toMillis());
    logger.log(expectedIf(ending.kind() == Outcome.Kind.OBTAINED), event);
  }

  @Override
  public void backgroundFault(RuntimeException fault) {
    Map<String, Object> event = event("fault");
    event.put("exception", fault.getClass().getName());
    logger.log(Level.ERROR, event);
  }

  /** Tells of kept codes that are lost. */
  void dropped(DroppedRow row) {
    Map<String, Object> event = event("dropped");
    event.put("reason", row.reason());
    logger.log(Level.WARNING, event);
  }

  private static Level expectedIf(boolean expected) {
    return expected ? Level.INFO : Level.WARNING;
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }
}
