package dev.paycode.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis server of its own, on a free port of this machine, that writes nothing to a disk. */
final class RealRedis implements AutoCloseable {

  /** A node of a cluster listens on another port, this much above. */
  private static final int BUS = 10_000;

  private final int port;
  private final List<String> settings;
  private RedisServer server;

  private RealRedis(int port, List<String> settings) {
    this.port = port;
    this.settings = settings;
    start();
  }

  /** A running server with these lines in its configuration. */
  static RealRedis started(String... settings) {
    return new RealRedis(freePort(), List.of(settings));
  }

  /** A running server that belongs to a cluster, of which it knows no other node yet. */
  static RealRedis startedAsNode() {
    int port = freePort();
    while (port + BUS > 65_535 || !isFree(port + BUS)) {
      port = freePort();
    }
    List<String> settings = new ArrayList<>();
    settings.add("cluster-enabled yes");
    settings.add("cluster-config-file " + newDirectory().resolve("nodes.conf"));
    settings.add("cluster-node-timeout 2000");
    return new RealRedis(port, settings);
  }

  private static Path newDirectory() {
    try {
      Path directory = Files.createTempDirectory("paycode-redis");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket bound = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return bound.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Starts it on the port it always had, with nothing in it. */
  void start() {
    RedisServerBuilder builder =
        RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
    settings.forEach(builder::setting);
    try {
      server = builder.build();
      server.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return port;
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    stop();
  }
}
