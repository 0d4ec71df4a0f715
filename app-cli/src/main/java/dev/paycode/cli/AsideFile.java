package dev.paycode.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/**
 * A new file that is written aside and gets its name only when it is whole, so that nobody finds
 * half of it.
 */
final class AsideFile implements AutoCloseable {

  private final Path aside;
  private final Path name;

  private AsideFile(Path aside, Path name) {
    this.aside = aside;
    this.name = name;
  }

  /**
   * Writes the text aside. Nobody else can open it at any time, since it is made with its
   * permissions.
   */
  static AsideFile beside(Path name, String text, FileAttribute<?> mode) throws IOException {
    Path aside = name.resolveSibling("." + name.getFileName() + "." + UUID.randomUUID());
    AsideFile file = new AsideFile(aside, name);
    try {
      file.write(text, mode);
      return file;
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  private void write(String text, FileAttribute<?> mode) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** Gives it its name, unless another file has it. */
  void giveName() throws IOException {
    Files.createLink(name, aside);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(aside);
  }
}
