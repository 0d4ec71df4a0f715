package dev.paycode.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file with a key or a password in it, read only if it is safe to. */
final class KeyFile {

  private static final int LARGEST = 65_536;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final KeyRole role;
  private final Path file;

  private KeyFile(KeyRole role, Path file) {
    this.role = role;
    this.file = file;
  }

  /**
   * The content of a file that must be its owner's alone.
   *
   * @throws UnusableKeyException if it cannot be read, is somebody else's, or others can touch it
   */
  static KeySource readPrivate(Path file) {
    return new KeyFile(KeyRole.PRIVATE, file).read();
  }

  /**
   * The content of a file that everybody may read.
   *
   * @throws UnusableKeyException if it cannot be read
   */
  static KeySource readPublic(Path file) {
    return new KeyFile(KeyRole.PUBLIC, file).read();
  }

  /**
   * The content of a key store that must be its owner's alone.
   *
   * @throws UnusableKeyException if it cannot be read, is somebody else's, or others can touch it
   */
  static KeySource readKeyStore(Path file) {
    return new KeyFile(KeyRole.KEY_STORE, file).read();
  }

  /**
   * The content of a file with a password, which must be its owner's alone.
   *
   * @throws UnusableKeyException if it cannot be read, is somebody else's, or others can touch it
   */
  static KeySource readPassword(Path file) {
    return new KeyFile(KeyRole.PASSWORD, file).read();
  }

  private KeySource read() {
    try {
      refuseDirectory();
      if (role != KeyRole.PUBLIC) {
        refuseOpenToOthers();
      }
      return source(content());
    } catch (NoSuchFileException missing) {
      throw refusal("does not exist; check its path");
    } catch (IOException unreadable) {
      throw refusal("cannot be read; check its owner, its permissions and the links to it");
    }
  }

  private void refuseDirectory() {
    if (Files.isDirectory(file)) {
      throw refusal("is a directory; name the file in it");
    }
  }

  /**
   * Links are followed, because secrets are often mounted as links; what they lead to is checked.
   */
  private void refuseOpenToOthers() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = view.readAttributes();
    refuseForeign(attributes.owner().getName());
    refuseGranted(attributes.permissions());
  }

  /** Only a process that may read everything comes here with the file of another user. */
  private void refuseForeign(String owner) {
    Optional<String> user = ProcessHandle.current().info().user();
    if (user.filter(own -> !own.equals(owner)).isPresent()) {
      throw refusal(
          "belongs to '"
              + owner
              + "', who can read and replace it, while this process runs as '"
              + user.get()
              + "'; run: chown "
              + quoted(user.get())
              + " "
              + quoted(file.toString()));
    }
  }

  private void refuseGranted(Set<PosixFilePermission> granted) {
    Set<PosixFilePermission> tooMany = EnumSet.copyOf(OTHERS);
    tooMany.retainAll(granted);
    if (!tooMany.isEmpty()) {
      throw refusal(
          "is open to group or others ("
              + PosixFilePermissions.toString(granted)
              + "); run: chmod 600 "
              + quoted(file.toString()));
    }
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  private byte[] content() throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(LARGEST + 1);
    }
  }

  private KeySource source(byte[] content) {
    if (content.length > LARGEST) {
      throw refusal("is larger than " + LARGEST + " bytes, which no key is; check its path");
    }
    return new KeySource(role, name(), content);
  }

  private UnusableKeyException refusal(String problem) {
    return new KeySource(role, name(), new byte[0]).refusal(problem);
  }

  private String name() {
    return role + " file '" + file + "'";
  }
}
