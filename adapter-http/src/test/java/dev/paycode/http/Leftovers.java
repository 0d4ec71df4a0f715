package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What the tests leave behind once nobody refers to their gateways any more: calls that are still
 * under way and, from Java 21 on, sockets and the threads of HTTP clients. However many rounds
 * there were, it is nothing. Before Java 21 the HTTP client itself forgets to close some.
 */
final class Leftovers {

  private static final boolean ARE_CLIENTS_CLOSED = Runtime.version().feature() >= 21;
  private static final long LOOK_AGAIN_NANOS = 50_000_000;

  private final long socketsBefore = socketsOnceJavaHasItsOwn();

  /** Asserts that there is nothing, as soon as the garbage collector has seen it. */
  void assertNone() {
    long begun = System.nanoTime();
    while (!isNone() && System.nanoTime() - begun < Fixtures.LONG.toNanos()) {
      System.gc();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    assertThat(busy()).as("calls under way").isEmpty();
    if (ARE_CLIENTS_CLOSED) {
      assertThat(threads("HttpClient-")).as("threads of HTTP clients").isEmpty();
      assertThat(sockets()).as("open sockets").isLessThanOrEqualTo(socketsBefore);
    }
  }

  private boolean isNone() {
    return busy().isEmpty()
        && (!ARE_CLIENTS_CLOSED
            || (threads("HttpClient-").isEmpty() && sockets() <= socketsBefore));
  }

  private static List<Thread> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .toList();
  }

  /** The threads of gateways that do not merely rest in their pool. */
  private static List<Thread> busy() {
    return threads("paycode-http").stream().filter(thread -> !rests(thread)).toList();
  }

  private static boolean rests(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length == 0
        || Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("getTask"));
  }

  /** Java keeps one, made with the first channel of the process, to close others by. */
  private static long socketsOnceJavaHasItsOwn() {
    try {
      SocketChannel.open().close();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    return sockets();
  }

  /** Zero where the system does not tell. */
  private static long sockets() {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(Leftovers::isSocket).count();
    } catch (IOException untold) {
      return 0;
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }
}
