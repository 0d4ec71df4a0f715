package dev.paycode.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with secrets, which nobody may read but their owner. */
final class OwnersFile {

  private OwnersFile() {}

  /**
   * Makes sure that the file is there and private.
   *
   * @param setting what names it
   * @throws Failure if it is not
   */
  static void requirePrivate(Path file, Setting setting) {
    String mode = mode(file, setting);
    if (!mode.endsWith("------")) {
      throw Failure.misconfigured(
          "'" + file + "' is open to group or others (" + mode + ")", "Run: chmod 600 " + file);
    }
  }

  private static String mode(Path file, Setting setting) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException | UnsupportedOperationException failure) {
      throw unreadable(file, setting, failure);
    }
  }

  static Failure unreadable(Path file, Setting setting, Exception cause) {
    return Failure.misconfigured(
        "'" + file + "' cannot be read",
        "Check the setting " + setting + " and the permissions of the file.",
        cause);
  }
}
