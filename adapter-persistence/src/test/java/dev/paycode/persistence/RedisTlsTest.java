package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.anyHolder;
import static dev.paycode.contract.Fixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.port.out.StoreUnavailableException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Redis of the tests speaks no TLS itself: the proxy before it does. */
class RedisTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  @TempDir static Path directory;

  private static KeyStore good;
  private static KeyStore forAnotherHost;

  @BeforeAll
  static void makeCertificates() throws Exception {
    good = certificate("good", "dns:localhost");
    forAnotherHost = certificate("another", "dns:another.example");
  }

  @Test
  void a_server_whose_certificate_is_trusted_is_spoken_to() throws Exception {
    try (TcpProxy way = encrypted(good);
        RedisStore store = builder(way).trusting(good).scope("tls").open(SharedRedis.KEYS)) {
      store.update(anyHolder(), held -> schedule(1, 2, REDIS.now()));

      assertThat(store.find(anyHolder()).codes()).hasSize(2);
    }
  }

  @Test
  void a_server_whose_certificate_nobody_trusts_is_not_spoken_to() throws Exception {
    try (TcpProxy way = encrypted(good);
        RedisStore store = builder(way).scope("tls").open(SharedRedis.KEYS)) {
      assertThatThrownBy(store::ping)
          .isInstanceOf(StoreUnavailableException.class)
          .hasStackTraceContaining(SSLHandshakeException.class.getName());
    }
  }

  @Test
  void a_server_whose_certificate_is_anothers_is_not_spoken_to() throws Exception {
    try (TcpProxy way = encrypted(forAnotherHost);
        RedisStore store =
            builder(way).trusting(forAnotherHost).scope("tls").open(SharedRedis.KEYS)) {
      assertThatThrownBy(store::ping)
          .isInstanceOf(StoreUnavailableException.class)
          .hasStackTraceContaining("No subject alternative DNS name matching localhost found");
    }
  }

  @Test
  void a_server_that_speaks_no_tls_is_not_spoken_to() {
    try (TcpProxy way = TcpProxy.to(REDIS.port());
        RedisStore store = builder(way).trusting(good).scope("tls").open(SharedRedis.KEYS)) {
      assertThatThrownBy(store::ping).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void a_key_store_that_is_empty_or_was_not_loaded_is_refused() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);

    assertThat(List.of(KeyStore.getInstance("PKCS12"), empty))
        .allSatisfy(
            useless ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> RedisStore.at("rediss://localhost").trusting(useless))
                    .withMessage(
                        "The key store with the certificates to trust for Redis is empty or was"
                            + " not loaded"));
  }

  private static RedisStoreBuilder builder(TcpProxy way) {
    return RedisStore.at("rediss://localhost:" + way.port());
  }

  private static TcpProxy encrypted(KeyStore identity)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    ServerSocket entrance = tls.getServerSocketFactory().createServerSocket(0);
    return TcpProxy.through(entrance, REDIS.port());
  }

  private static KeyStore certificate(String name, String host) throws Exception {
    Path file = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=" + host,
                "-storepass",
                String.valueOf(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }
}
