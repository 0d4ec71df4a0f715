package dev.paycode.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * A file that a code's picture is to be written into.
 *
 * @param path where
 * @param format what kind of file
 */
record PictureFile(Path path, PictureFormat format) {

  private static final FileAttribute<?> FOR_THE_OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /**
   * Makes sure, before a code is asked for, that it is not asked for in vain.
   *
   * @throws Failure if there is no directory for it, something other than a file in its place, or
   *     no file can have its name
   */
  void requireWritable() {
    if (!Files.isWritable(directory())) {
      throw Failure.invalid(
          "'" + directory() + "' is not a directory that you may write to",
          "Name with " + option() + " a file in one that you may.");
    }
    requireFree();
  }

  private void requireFree() {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS).isRegularFile()) {
        throw Failure.invalid(
            "'" + path + "' is there and is not a regular file",
            "Name with " + option() + " a new file, or one to write over.");
      }
    } catch (NoSuchFileException free) {
      // It will be made.
    } catch (IOException refused) {
      throw Failure.invalid(
          "'" + path + "' cannot be the name of a file, such as one longer than 255 bytes",
          "Name with " + option() + " another file.",
          refused);
    }
  }

  /**
   * Writes the sheet, whole or not at all, for the owner of the file only. It is written under
   * another name and moved, so what is in its place is replaced and never followed.
   *
   * @throws Failure if it cannot be written
   */
  void write(PrintSheet sheet) {
    byte[] picture = format.bytes(sheet);
    try {
      Path unfinished = Files.createTempFile(directory(), ".unfinished-", "", FOR_THE_OWNER);
      try {
        Files.write(unfinished, picture);
        Files.move(unfinished, path, ATOMIC_MOVE, REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException | UnsupportedOperationException failure) {
      throw Failure.misconfigured(
          "'" + path + "' cannot be written",
          "Name with " + option() + " a file on a POSIX file system with room for it.",
          failure);
    }
  }

  private Path directory() {
    return path.toAbsolutePath().resolveSibling("");
  }

  private String option() {
    return "--" + format.name().toLowerCase(Locale.ROOT);
  }
}
