package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A process that adds codes to a schedule in a file, and prints the number of each. */
final class AddsCodes {

  static final Instant START = Instant.parse("2124-06-01T12:00:00Z");

  private AddsCodes() {}

  /** The file, its keys, the number of the first code and how many codes. */
  public static void main(String[] args) throws IOException {
    DataSource source = H2File.at(Path.of(args[0]));
    JdbcStore store = JdbcStore.over(source, StoreKeys.read(Path.of(args[1]))).build();
    int first = Integer.parseInt(args[2]);
    for (int number = first; number < first + Integer.parseInt(args[3]); number++) {
      int one = number;
      store.update(anyHolder(), held -> held.merge(schedule(one, 1, START)));
      System.out.println(one);
    }
  }

  static Process start(Path file, Path keys, int first, int count) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AddsCodes.class.getName(),
                file.toString(),
                keys.toString(),
                String.valueOf(first),
                String.valueOf(count)))
        .redirectError(new File(file + "-" + first + ".log"))
        .start();
  }
}
