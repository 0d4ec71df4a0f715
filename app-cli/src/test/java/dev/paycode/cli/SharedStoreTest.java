package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.persistence.StoreKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Codes in PostgreSQL, in a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedStoreTest {

  private final HandMovedTime time = new HandMovedTime();

  @TempDir private Path directory;
  private EmbeddedPostgres server;
  private RunningSandbox sandbox;

  @BeforeAll
  void startServer() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, directory);
    StoreKeys.generate().writeNew(directory.resolve("store.keys"));
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private Cli run(String... args) {
    Cli cli = Cli.withoutTerminal(time);
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--store=jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
    all.add("--store-keys=" + directory.resolve("store.keys"));
    all.add("--store-user=postgres");
    assertThat(cli.run(all.toArray(String[]::new))).as(cli.err()).isZero();
    return cli;
  }

  private static String digits(Cli cli) throws NotFoundException {
    return Raster.onPaper(cli.out().lines().toList()).find(BarcodeFormat.CODE_128);
  }

  @Test
  void the_tables_are_made_once_and_then_show_asks_once() throws NotFoundException {
    String first = digits(run("show", "--config", sandbox.config()));
    String second = digits(run("show", "--config", sandbox.config()));

    assertThat(second).isEqualTo(first);
    assertThat(sandbox.digits()).hasSize(10);
    assertThat(run("store", "status").out()).containsPattern("Holders: +1\\R");
    assertThat(run("retire", "--config", sandbox.config()).out()).contains(": 10 codes");
  }
}
