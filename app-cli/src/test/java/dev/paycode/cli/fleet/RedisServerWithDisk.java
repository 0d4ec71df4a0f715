package dev.paycode.cli.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.embedded.RedisServer;

/** A real Redis that writes each change to its disk before it confirms it. */
final class RedisServerWithDisk implements StoreServer {

  /** The client in this process reports every connection that the tests cut. */
  private static final Logger LETTUCE = Logger.getLogger("io.lettuce");

  static {
    LETTUCE.setLevel(Level.OFF);
  }

  private final Path directory;
  private final int port;
  private RedisServer server;

  private RedisServerWithDisk(Path directory) throws IOException {
    this.directory = directory;
    this.port = freePort();
    this.server = started();
  }

  static RedisServerWithDisk startedIn(Path directory) {
    try {
      return new RedisServerWithDisk(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private RedisServer started() throws IOException {
    RedisServer started =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("dir " + directory)
            .setting("save \"\"")
            .setting("appendonly yes")
            .setting("appendfsync always")
            .build();
    started.start();
    return started;
  }

  @Override
  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void startAgain() {
    try {
      server = started();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
