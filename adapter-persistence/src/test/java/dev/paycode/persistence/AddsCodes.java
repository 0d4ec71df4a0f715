package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;

import dev.paycode.port.out.StoreUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A process that adds codes to a schedule in a file, and prints the number of each; in the end, if
 * it comes to that, why it cannot.
 */
final class AddsCodes {

  static final Instant START = Instant.parse("2124-06-01T12:00:00Z");

  private AddsCodes() {}

  /**
   * The file, its keys, the number of the first code, how many codes, and whether there is room.
   */
  public static void main(String[] args) throws IOException {
    DataSource source = H2File.at(Path.of(args[0]));
    JdbcStore store = JdbcStore.over(source, StoreKeys.read(Path.of(args[1]))).build();
    int first = Integer.parseInt(args[2]);
    for (int number = first; number < first + Integer.parseInt(args[3]); number++) {
      if (!isAdded(store, number, Boolean.parseBoolean(args[4]))) {
        return;
      }
      System.out.println(number);
    }
  }

  /** However slow the machine is, all but a lack of room is over some time. */
  private static boolean isAdded(JdbcStore store, int number, boolean hasRoom) {
    while (true) {
      try {
        store.update(anyHolder(), held -> held.merge(schedule(number, 1, START)));
        return true;
      } catch (StoreUnavailableException down) {
        if (!hasRoom && !isInUse(down)) {
          System.out.println(down.getMessage());
          return false;
        }
      }
    }
  }

  private static boolean isInUse(StoreUnavailableException down) {
    return down.getCause() instanceof SQLException failure && "90020".equals(failure.getSQLState());
  }

  static Process start(Path file, Path keys, int first, int count) throws IOException {
    return started(file, first, command(file, keys, first, count, true));
  }

  /** In half a megabyte or one, as the shell counts, which is sooner full than all is added. */
  static Process startWithLittleRoom(Path file, Path keys) throws IOException {
    return started(
        file,
        0,
        Stream.concat(
                Stream.of("/bin/sh", "-c", "ulimit -f 1024; exec \"$@\"", "sh"),
                command(file, keys, 0, 1_000, false).stream())
            .toList());
  }

  private static List<String> command(Path file, Path keys, int first, int count, boolean hasRoom) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        AddsCodes.class.getName(),
        file.toString(),
        keys.toString(),
        String.valueOf(first),
        String.valueOf(count),
        String.valueOf(hasRoom));
  }

  private static Process started(Path file, int first, List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(new File(file + "-" + first + ".log")).start();
  }
}
