package dev.paycode.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The file of a store's keys, which is its owner's alone. */
final class StoreKeyFile {

  private static final int LARGEST = 65_536;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private StoreKeyFile() {}

  static String read(Path file) {
    try {
      refuseOpenToOthers(file);
      if (Files.size(file) > LARGEST) {
        throw refusal(file, "is larger than " + LARGEST + " bytes; check its path");
      }
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw refusal(file, "does not exist; check its path");
    } catch (IOException unreadable) {
      throw refusal(file, "cannot be read as text; check its path and its owner");
    }
  }

  /** A link is followed, because secrets are often mounted as links; its target is checked. */
  private static void refuseOpenToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = view.readAttributes();
    refuseForeign(file, attributes.owner().getName());
    Set<PosixFilePermission> granted = attributes.permissions();
    if (!Collections.disjoint(granted, OTHERS)) {
      throw refusal(
          file,
          "is open to group or others ("
              + PosixFilePermissions.toString(granted)
              + "); run: chmod 600 "
              + file);
    }
  }

  /** Only a process that may read everything comes here with the file of another user. */
  private static void refuseForeign(Path file, String owner) {
    Optional<String> user = ProcessHandle.current().info().user();
    if (user.filter(own -> !own.equals(owner)).isPresent()) {
      throw refusal(
          file,
          "belongs to '"
              + owner
              + "', who can read and replace it, while this process runs as '"
              + user.get()
              + "'; run: chown "
              + user.get()
              + " "
              + file);
    }
  }

  /** By a link, which is the one way to make a file that is whole from its first moment. */
  static void writeNew(Path file, String text) {
    write(file, text, Files::createLink);
  }

  static void replace(Path file, String text) {
    write(file, text, (target, whole) -> Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE));
  }

  private static void write(Path file, String text, Placing placing) {
    if (Files.isDirectory(file)) {
      throw refusal(file, "is a directory; name the file to be in it");
    }
    try {
      Path target = followed(file);
      Path whole = Files.createTempFile(target.toAbsolutePath().getParent(), ".keys", ".tmp");
      try {
        Files.writeString(whole, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        placing.place(target, whole);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (FileAlreadyExistsException there) {
      throw refusal(file, "exists already and is not overwritten: what it sealed would be lost");
    } catch (IOException unwritable) {
      throw refusal(file, "cannot be written; check that its directory exists and is yours");
    }
  }

  /** What a link leads to: whoever else follows it is to find the same keys. */
  private static Path followed(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  /** Gives a file that was written whole the name it is to have. */
  private interface Placing {
    void place(Path target, Path whole) throws IOException;
  }

  private static UnusableStoreKeysException refusal(Path file, String problem) {
    return new UnusableStoreKeysException("The file of store keys '" + file + "' " + problem);
  }
}
