package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The way to a server, on which bad things can be made to happen. */
final class TcpProxy implements AutoCloseable {

  private static final CountDownLatch OPEN = new CountDownLatch(0);

  private final ServerSocket entrance;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Way> ways = new CopyOnWriteArrayList<>();
  private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(OPEN);
  private final AtomicReference<String> lostAnswer = new AtomicReference<>("");
  private final AtomicReference<String> lostRequest = new AtomicReference<>("");

  private volatile Runnable onLoss = () -> {};

  private TcpProxy(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** An open way to the port of this machine. */
  static TcpProxy to(int target) {
    try {
      return through(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A way to the port that begins at this entrance. */
  static TcpProxy through(ServerSocket entrance, int target) {
    TcpProxy proxy = new TcpProxy(entrance, target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  int port() {
    return entrance.getLocalPort();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Way way = new Way(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
        ways.add(way);
        threads.execute(way::carryRequests);
        threads.execute(way::carryAnswers);
      } catch (IOException closedOrRefused) {
        // nobody is there, as it may be in these tests
      }
    }
  }

  /** Cuts the connection before the next request with this word arrives. */
  void loseRequest(String word) {
    lostRequest.set(word);
  }

  /** Cuts the connection after the next request with this word was answered, before it arrives. */
  void loseAnswerTo(String word) {
    lostAnswer.set(word);
  }

  /** Does this when an answer is lost, before anybody can notice. */
  void onLoss(Runnable action) {
    onLoss = action;
  }

  /** Holds back all answers, on later connections as well, until {@link #resume()}. */
  void pause() {
    gate.set(new CountDownLatch(1));
  }

  void resume() {
    gate.getAndSet(OPEN).countDown();
  }

  /** Cuts all connections. */
  void cut() {
    ways.forEach(Way::close);
  }

  /** Carries nothing any more on the connections there are; later ones are not concerned. */
  void freeze() {
    ways.forEach(way -> way.frozen = true);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      cut();
      threads.shutdownNow();
    }
  }

  /** One connection through the proxy. */
  private final class Way {

    private final Socket client;
    private final Socket server;
    private volatile boolean frozen;
    private volatile boolean losesAnswer;

    Way(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carryRequests() {
      carry(
          client,
          server,
          request -> {
            losesAnswer |= isNext(lostAnswer, request);
            return !isNext(lostRequest, request);
          });
    }

    void carryAnswers() {
      carry(
          server,
          client,
          answer -> {
            awaitResumption();
            if (losesAnswer) {
              onLoss.run();
            }
            return !losesAnswer;
          });
    }

    private void awaitResumption() {
      try {
        gate.get().await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean isNext(AtomicReference<String> word, String request) {
      String wanted = word.get();
      return !wanted.isEmpty() && request.contains(wanted) && word.compareAndSet(wanted, "");
    }

    private void carry(Socket from, Socket to, Predicate<String> passes) {
      byte[] buffer = new byte[65_536];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!passes.test(new String(Arrays.copyOf(buffer, read), ISO_8859_1))) {
            return;
          }
          if (!frozen) {
            out.write(buffer, 0, read);
          }
        }
      } catch (IOException cutOrRefused) {
        // as it may be in these tests
      } finally {
        close();
      }
    }

    void close() {
      try {
        client.close();
        server.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
