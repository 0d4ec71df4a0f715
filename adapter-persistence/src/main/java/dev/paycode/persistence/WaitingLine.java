package dev.paycode.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where processes stand that wait for the same thing: one of them is next, and whoever has the
 * thing can see that somebody is. The place is a lock of the system, which ends with its process.
 */
final class WaitingLine implements AutoCloseable {

  private final FileChannel channel;

  private WaitingLine(FileChannel channel) {
    this.channel = channel;
  }

  /** The line at this file, which is there and stays empty. */
  static WaitingLine at(Path file) throws IOException {
    return new WaitingLine(FileChannel.open(file, StandardOpenOption.WRITE));
  }

  /** The place of the next, until it is released; empty while another has it. */
  Optional<FileLock> tryToBeNext() throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException anotherOfThisProcess) {
      return Optional.empty();
    }
  }

  boolean isSomebodyWaiting() throws IOException {
    Optional<FileLock> place = tryToBeNext();
    if (place.isPresent()) {
      place.get().release();
    }
    return place.isEmpty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
