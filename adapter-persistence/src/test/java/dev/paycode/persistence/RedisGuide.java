package dev.paycode.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What docs/redis.md tells operators to write. */
final class RedisGuide {

  private RedisGuide() {}

  /** The lines about users, with this password. */
  static List<String> users(String password) throws IOException {
    try (Stream<String> lines = Files.lines(file())) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith("user "))
          .map(line -> line.replace("PASSWORD", password))
          .toList();
    }
  }

  private static Path file() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(directory -> directory.resolve("docs/redis.md"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
