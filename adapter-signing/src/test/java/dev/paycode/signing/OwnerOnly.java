package dev.paycode.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files as private keys must be kept. */
final class OwnerOnly {

  private OwnerOnly() {}

  static boolean isKnownTo(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }

  static Path restrict(Path file) throws IOException {
    return isKnownTo(file) ? permit(file, "rw-------") : file;
  }

  static Path permit(Path file, String permissions) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /** Gives the file to another user, where this one may do that. */
  static boolean giveAway(Path file) {
    try {
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      return true;
    } catch (IOException forbidden) {
      return false;
    }
  }
}
