package dev.paycode.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database of H2 in a file that the processes of one machine share by turns: who has it open
 * closes it as soon as another waits for it, and else when it was not used for a fifth of a second;
 * so no process keeps the others out, and no port is opened. Good for one user's command line; a
 * server has PostgreSQL, also because a {@code kill -9} can take a confirmed change with it here.
 * Needs H2 beside this library.
 *
 * <p>Close it when it is no longer used. Safe for use by many threads.
 */
public final class H2File extends PlainSource implements AutoCloseable {

  /** H2's own name for the file that holds everything. */
  private static final String SUFFIX = ".mv.db";

  /** The empty file at which processes wait. */
  private static final String LINE_SUFFIX = ".turn";

  /** Java closes a file of the usual kind if a thread is interrupted that reads or writes it. */
  private static final String FILE = "jdbc:h2:async:";

  /** A database of its own for each connection. */
  private static final String MEMORY = "jdbc:h2:mem:";

  /**
   * Each commit is written at once, and not half a second later by another thread. No trace file,
   * which would show what is in a row; no time spent on tidying up at the end.
   */
  private static final String SETTINGS =
      ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0;QUERY_TIMEOUT=500;LOCK_TIMEOUT=500";

  private final Path file;
  private final H2Turns turns;

  private H2File(Path file, H2Turns turns) {
    this.file = file;
    this.turns = turns;
  }

  /**
   * The database in this file, which is its owner's alone and is made, with its directory, if it is
   * not there; beside it an empty one, with {@code .turn} behind its name. A connection is waited
   * for up to 5 seconds while other processes have the file.
   *
   * @param file its path without H2's suffix {@code .mv.db}
   * @throws IllegalArgumentException if there is a semicolon in the path, which H2 takes for the
   *     begin of a setting
   * @throws IOException if the file is not there and cannot be made
   */
  public static H2File at(Path file) throws IOException {
    return at(
        file,
        (source, line) ->
            new H2Turns(
                source,
                new H2Entrance(line, System::nanoTime, pause -> Thread.sleep(pause.toMillis())),
                System::nanoTime,
                later(H2Turns.BETWEEN_LOOKS)));
  }

  /** In a thread of its own, which is there while it is needed: others may be kept busy. */
  private static Executor later(Duration delay) {
    ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(1, H2File::inBackground);
    looks.setKeepAliveTime(delay.toMillis(), TimeUnit.MILLISECONDS);
    looks.allowCoreThreadTimeOut(true);
    return look -> {
      ScheduledFuture<?> unused = looks.schedule(look, delay.toMillis(), TimeUnit.MILLISECONDS);
    };
  }

  private static Thread inBackground(Runnable work) {
    Thread thread = new Thread(work, "paycode-h2-turns");
    thread.setDaemon(true);
    return thread;
  }

  /** The same in somebody else's time. */
  static H2File at(Path file, BiFunction<ConnectionPoolDataSource, WaitingLine, H2Turns> turns)
      throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (path.toString().contains(";")) {
      throw new IllegalArgumentException(
          "The path of a database has no semicolon, but '" + file + "' has");
    }
    Files.createDirectories(parent(path), permissions(path, "rwx------"));
    make(sibling(path, SUFFIX));
    make(sibling(path, LINE_SUFFIX));
    load();
    return new H2File(
        path, turns.apply(source(FILE + path), WaitingLine.at(sibling(path, LINE_SUFFIX))));
  }

  private static JdbcDataSource source(String database) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(database + SETTINGS);
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  /**
   * Loads H2 by a database that nobody waits for: the first takes several times as long as those
   * after it, on a busy machine seconds.
   */
  private static void load() {
    try {
      source(MEMORY).getConnection().close();
    } catch (SQLException unusable) {
      // the file will tell whoever wants a connection
    }
  }

  private static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private static void make(Path path) throws IOException {
    try {
      Files.createFile(path, permissions(path, "rw-------"));
    } catch (FileAlreadyExistsException there) {
      // another process, or an earlier one
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static FileAttribute<?>[] permissions(Path path, String text) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * {@inheritDoc}
   *
   * @throws SQLException with the state 90020 if others have the file for 5 seconds
   */
  @Override
  public Connection getConnection() throws SQLException {
    return turns.connection();
  }

  /** Closes the file, now or with the last connection that is in use. */
  @Override
  public void close() {
    turns.close();
  }

  /** Where the file is. */
  @Override
  public String toString() {
    return "H2File[" + file + "]";
  }
}
