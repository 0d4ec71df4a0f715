package dev.paycode.sandbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Files in one directory that nobody but their owner can read, at no time. */
final class PrivateFiles {

  private final Path directory;

  private PrivateFiles(Path directory) {
    this.directory = directory;
  }

  /** Files in this directory, which is made, closed to others, if it is missing. */
  static PrivateFiles in(Path directory) throws IOException {
    Files.createDirectories(directory, mode("rwx------"));
    return new PrivateFiles(directory);
  }

  /** Whether there is a file of that name that begins with that line. */
  boolean beginsWith(String name, String line) throws IOException {
    byte[] expected = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try (InputStream file = Files.newInputStream(directory.resolve(name))) {
      return Arrays.equals(file.readNBytes(expected.length), expected);
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

  /**
   * Refuses to go on if there is anything of these names, a link to nowhere included.
   *
   * @throws FileAlreadyExistsException naming the first one
   */
  void requireNone(List<String> names) throws FileAlreadyExistsException {
    for (String name : names) {
      Path file = directory.resolve(name);
      if (Files.exists(file, NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
  }

  /**
   * Writes a file of that name, whole or not at all. It is written under another name and moved, so
   * a link in its place is replaced and not followed.
   */
  Path write(String name, String text) throws IOException {
    Path unfinished = Files.createTempFile(directory, ".unfinished-", "", mode("rw-------"));
    try {
      Files.writeString(unfinished, text);
      return Files.move(unfinished, directory.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
