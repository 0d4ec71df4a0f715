package dev.paycode.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends what is logged to a file, one JSON object on a line (docs/schema/log.schema.json). Facts,
 * a map, are written as they are; of a text only that there was one, since nobody knows what is in
 * it. What cannot be written changes nothing else. Safe for use by many threads, and a file for use
 * by many processes.
 */
final class JsonLog implements System.Logger {

  private final Path file;
  private final InstantSource clock;
  private final BiConsumer<String, String> trouble;
  private boolean failing;

  private JsonLog(Path file, InstantSource clock, BiConsumer<String, String> trouble) {
    this.file = file;
    this.clock = clock;
    this.trouble = trouble;
  }

  /**
   * A log in this file, which is made if there is none.
   *
   * @param trouble is told what is wrong and what to do, once, when a line cannot be written
   * @throws Failure if it cannot be written
   */
  static JsonLog in(Path file, InstantSource clock, BiConsumer<String, String> trouble) {
    JsonLog log = new JsonLog(file, clock, trouble);
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
  public String getName() {
    return "dev.paycode";
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF;
  }

  @Override
  public void log(Level level, Object facts) {
    if (facts instanceof Map<?, ?> map) {
      write(level, map);
    } else {
      log(level, String.valueOf(facts));
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String text,
      @Nullable Throwable thrown) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("event", "text");
    Optional.ofNullable(thrown).ifPresent(it -> facts.put("exception", it.getClass().getName()));
    write(level, facts);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... values) {
    log(level, bundle, format, (Throwable) null);
  }

  private void write(Level level, Map<?, ?> facts) {
    if (isLoggable(level)) {
      Map<Object, Object> line = new LinkedHashMap<>();
      line.put("time", clock.instant().toString());
      line.put("level", level);
      line.putAll(facts);
      write(JsonMapper.shared().writeValueAsString(line) + "\n");
    }
  }

  private synchronized void write(String line) {
    try {
      append(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      tellOnce();
    }
  }

  /** All of it at once, so that the lines of several processes do not mix. */
  private void append(byte[] bytes) throws IOException {
    try (OutputStream end = opened()) {
      end.write(bytes);
    }
  }

  /** A channel could not be written to by a thread that Ctrl-C has interrupted. */
  private OutputStream opened() throws IOException {
    Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        .close();
    return new FileOutputStream(file.toFile(), true);
  }

  private void tellOnce() {
    if (!failing) {
      failing = true;
      trouble.accept(
          "the log '" + file + "' cannot be written any longer",
          "Free space or mend its permissions; the command goes on without it.");
    }
  }
}
