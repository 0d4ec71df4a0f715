package dev.paycode.cli;

import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends what happens to a file, one JSON object on a line for each attempt, wait and outcome, and
 * no secret (docs/schema/log.schema.json). What cannot be written changes nothing else. Safe for
 * use by many threads, and a file for use by many processes.
 */
final class EventLog implements HandlingListener {

  private final Path file;
  private final InstantSource clock;
  private final ErrorLines errors;
  private boolean failing;

  private EventLog(Path file, InstantSource clock, ErrorLines errors) {
    this.file = file;
    this.clock = clock;
    this.errors = errors;
  }

  /**
   * A log in this file, which is made if there is none.
   *
   * @throws Failure if it cannot be written
   */
  static EventLog in(Path file, InstantSource clock, ErrorLines errors) {
    EventLog log = new EventLog(file, clock, errors);
    try {
      log.append(new byte[0]);
    } catch (IOException | UnsupportedOperationException failure) {
      throw Failure.misconfigured(
          "the log '" + file + "' cannot be written",
          "Name with " + Setting.LOG + " a file that you may write to, on a POSIX file system.",
          failure);
    }
    return log;
  }

  @Override
  public void attempted(Attempt attempt) {
    Map<String, Object> event = event("attempt");
    event.put("number", attempt.number());
    event.put("millis", attempt.took().toMillis());
    event.putAll(attempt.reply().fold(new ReplyFacts()));
    event.put("codes", attempt.codesReceived());
    event.put("bodyDigest", attempt.bodyDigest());
    write(event);
  }

  @Override
  public void waiting(Pause pause) {
    Map<String, Object> event = event("pause");
    event.put("kind", pause.reason());
    event.put("millis", pause.length().toMillis());
    write(event);
  }

  @Override
  public void finished(Ending ending) {
    Map<String, Object> event = event("outcome");
    event.put("kind", ending.kind());
    event.put("attempts", ending.attempts());
    event.put("millis", ending.took().toMillis());
    write(event);
  }

  @Override
  public void backgroundFault(RuntimeException fault) {
    Map<String, Object> event = event("fault");
    event.put("exception", fault.getClass().getName());
    write(event);
  }

  private Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("time", clock.instant().toString());
    event.put("event", name);
    return event;
  }

  private synchronized void write(Map<String, Object> event) {
    try {
      String line = JsonMapper.shared().writeValueAsString(event) + "\n";
      append(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      tellOnce();
    }
  }

  /** All of it at once, so that the lines of several processes do not mix. */
  private void append(byte[] bytes) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  private void tellOnce() {
    if (!failing) {
      failing = true;
      errors.print(
          "the log '" + file + "' cannot be written any longer",
          "Free space or mend its permissions; the command goes on without it.");
    }
  }
}
