package dev.paycode.benchmarks;

import dev.paycode.signing.RsaKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A pair of keys in files, so that every process computes with the same. */
final class KeyFiles {

  static final String PRIVATE = "private-key.pem";
  static final String PUBLIC = "public-key.pem";

  private KeyFiles() {}

  /** Makes a pair of 2048 bits in a directory, unless there is one from an earlier round. */
  static Path in(Path parent) throws IOException {
    Path directory = Files.createDirectories(parent.resolve("keys"));
    Path privateKey = directory.resolve(PRIVATE);
    if (Files.notExists(privateKey)) {
      RsaKeyPair pair = RsaKeyPair.generate(2048);
      Files.createFile(
          privateKey,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(privateKey, pair.privatePem());
      Files.writeString(directory.resolve(PUBLIC), pair.publicPem());
    }
    return directory;
  }
}
