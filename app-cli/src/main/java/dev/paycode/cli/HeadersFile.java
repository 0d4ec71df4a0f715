package dev.paycode.cli;

import dev.paycode.http.HttpCodeGatewayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * More headers for each request, one {@code Name: value} on a line; blank lines and those that
 * begin with # say nothing. They may be secrets, so its text form tells none.
 */
final class HeadersFile {

  private final Path file;
  private final List<String> lines;

  private HeadersFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The headers in the file.
   *
   * @throws Failure if it cannot be read or is open to others
   */
  static HeadersFile read(Path file) {
    OwnersFile.requirePrivate(file, Setting.HEADERS);
    try {
      return new HeadersFile(file, Files.readAllLines(file));
    } catch (IOException failure) {
      throw OwnersFile.unreadable(file, Setting.HEADERS, failure);
    }
  }

  /**
   * Has them sent.
   *
   * @throws Failure if a line is no header, or one that may not be set
   */
  void addTo(HttpCodeGatewayBuilder gateway) {
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(line, number, gateway);
      }
    }
  }

  private void add(String line, int number, HttpCodeGatewayBuilder gateway) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw refused(number, new IllegalArgumentException("There is no colon in it"));
    }
    try {
      gateway.header(line.substring(0, colon), line.substring(colon + 1).strip());
    } catch (IllegalArgumentException refused) {
      throw refused(number, refused);
    }
  }

  private Failure refused(int number, IllegalArgumentException cause) {
    return Failure.invalid(
        "line " + number + " of '" + file + "' is no header that can be set",
        cause.getMessage() + ". Write it as 'Name: value'.",
        cause);
  }
}
