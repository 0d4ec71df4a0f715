package dev.paycode.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A database of H2 in a file that the processes of one machine share by turns: it is opened for
 * each connection and closed with it, so that no process keeps the others out and no port is
 * opened. Good for a command line; a server has PostgreSQL. Needs H2 beside this library.
 */
public final class H2File {

  /** H2's own name for the file that holds everything. */
  private static final String SUFFIX = ".mv.db";

  /** No trace file, which would show what is in a row; no time spent on tidying up at the end. */
  private static final String SETTINGS =
      ";TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0;QUERY_TIMEOUT=500;LOCK_TIMEOUT=500";

  private static final String IN_USE = "90020";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private H2File() {}

  /**
   * The database in this file, which is its owner's alone and is made, with its directory, if it is
   * not there. A connection is waited for up to 3 seconds while another process has the file.
   *
   * @param file its path without H2's suffix {@code .mv.db}
   * @throws IllegalArgumentException if there is a semicolon in the path, which H2 takes for the
   *     begin of a setting
   * @throws IOException if the file is not there and cannot be made
   */
  public static DataSource at(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    if (path.toString().contains(";")) {
      throw new IllegalArgumentException(
          "The path of a database has no semicolon, but '" + file + "' has");
    }
    make(path);
    return new Source("jdbc:h2:file:" + path + SETTINGS);
  }

  private static void make(Path path) throws IOException {
    Files.createDirectories(parent(path), permissions(path, "rwx------"));
    try {
      Files.createFile(
          path.resolveSibling(path.getFileName() + SUFFIX), permissions(path, "rw-------"));
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

  private static final class Source extends PlainSource {

    private final String url;

    private Source(String url) {
      this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
      long begin = System.nanoTime();
      while (true) {
        try {
          return DriverManager.getConnection(url, "sa", "");
        } catch (SQLException failure) {
          if (!IN_USE.equals(failure.getSQLState())
              || System.nanoTime() - begin > LONGEST_WAIT.toNanos()) {
            throw failure;
          }
          pause(failure);
        }
      }
    }

    private static void pause(SQLException failure) throws SQLException {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw failure;
      }
    }
  }
}
