package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.persistence.StoreKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** Codes that a real Redis keeps. */
class RedisStoreCommandTest {

  private final HandMovedTime time = new HandMovedTime();

  @TempDir private Path directory;
  private RunningSandbox sandbox;
  private RedisServer redis;
  private String address;

  @BeforeEach
  void start() throws IOException {
    sandbox = RunningSandbox.start(time, directory.resolve("client"));
    StoreKeys.generate().writeNew(keys());
    int port = freePort();
    address = "redis://127.0.0.1:" + port;
    redis =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("user paycode on >canary ~paycode:* +@all")
            .setting("user default off")
            .build();
    redis.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  @AfterEach
  void stop() throws IOException {
    redis.stop();
    sandbox.close();
  }

  private Path keys() {
    return directory.resolve("store.keys");
  }

  private Cli ran(int exitCode, String... args) {
    Cli cli = Cli.withoutTerminal(time).with("PAYCODE_STORE_PASSWORD", "canary");
    String[] all =
        Stream.concat(
                Stream.of(args), Stream.of("--store", address, "--store-keys", keys().toString()))
            .toArray(String[]::new);
    assertThat(cli.run(all)).as(cli.err()).isEqualTo(exitCode);
    assertThat(cli.out() + cli.err()).doesNotContain("canary");
    return cli;
  }

  private Cli shown() {
    return ran(0, "show", "--config", sandbox.config());
  }

  private static String digits(Cli cli) throws NotFoundException {
    return Raster.onPaper(cli.out().lines().toList()).find(BarcodeFormat.CODE_128);
  }

  @Test
  void show_started_twice_shows_the_same_code_and_asks_once() throws NotFoundException {
    String first = digits(shown());

    assertThat(digits(shown())).isEqualTo(first);
    assertThat(sandbox.digits()).hasSize(10);
  }

  @Test
  void the_status_counts_what_is_there_and_a_purge_leaves_it() {
    shown();

    assertThat(ran(0, "store", "status").out()).contains("Holders:      1");
    ran(0, "store", "purge");
    assertThat(ran(0, "store", "status").out()).contains("Holders:      1");
  }

  @Test
  void a_redis_that_is_not_there_does_not_answer_and_no_code_is_bought() throws IOException {
    redis.stop();

    Cli cli = ran(ExitCode.GAVE_UP, "show", "--verbose", "--config", sandbox.config());

    assertThat(cli.err())
        .startsWith("paycode: the store '" + address + "' does not answer as it should");
    assertThat(sandbox.digits()).isEmpty();
  }
}
