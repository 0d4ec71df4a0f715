package dev.paycode.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Somebody on the way to a server who can hold back what it answers, or drop it. */
final class AnswerDroppingProxy implements AutoCloseable {

  private static final CountDownLatch OPEN = new CountDownLatch(0);

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(OPEN);
  private final AtomicReference<String> fatalQuestion = new AtomicReference<>("");

  private AnswerDroppingProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  static AnswerDroppingProxy to(int target) {
    try {
      AnswerDroppingProxy proxy =
          new AnswerDroppingProxy(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      start(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Holds back all answers until {@link #resume()}. */
  void pause() {
    gate.set(new CountDownLatch(1));
  }

  void resume() {
    gate.getAndSet(OPEN).countDown();
  }

  /**
   * Lets the next question pass that has this text in it, and closes the connection instead of
   * passing on its answer.
   */
  void dropTheAnswerTo(String question) {
    fatalQuestion.set(question);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        AtomicBoolean doomed = new AtomicBoolean();
        start(() -> pass(client, server, question -> doom(question, doomed)));
        start(() -> pass(server, client, answer -> admits(doomed)));
      }
    } catch (IOException closed) {
      // the test is over, or the server is down: the client sees its connection closed
      sockets.forEach(AnswerDroppingProxy::close);
      if (!listening.isClosed()) {
        accept();
      }
    }
  }

  private boolean doom(String question, AtomicBoolean doomed) {
    String fatal = fatalQuestion.get();
    if (!fatal.isEmpty() && question.contains(fatal) && fatalQuestion.compareAndSet(fatal, "")) {
      doomed.set(true);
    }
    return true;
  }

  private boolean admits(AtomicBoolean doomed) {
    try {
      gate.get().await();
      return !doomed.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pass(Socket from, Socket to, Predicate<String> admits) {
    byte[] buffer = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!admits.test(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException closed) {
      // by either side
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    resume();
    sockets.forEach(AnswerDroppingProxy::close);
  }
}
