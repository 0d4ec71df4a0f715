package dev.paycode.persistence;

import static java.util.Objects.requireNonNull;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;

/**
 * How to reach Redis. Unless told otherwise, as nobody, trusting the certificates that Java trusts,
 * and with half a second for an answer. For use by one thread.
 */
public final class RedisStoreBuilder {

  /** A code lives a minute: whoever waits longer than this had better be told. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(500);

  private final List<RedisAddress> addresses;
  private final BiFunction<List<RedisURI>, RedisSettings, RedisConnection> connect;
  private final SslOptions.Builder tls =
      SslOptions.builder()
          .jdkSslProvider()
          .protocols("TLSv1.3", "TLSv1.2")
          .handshakeTimeout(RedisSettings.CONNECTING);
  private Duration timeout = LONGEST_TIMEOUT;
  private String scope = "";
  private Consumer<DroppedRow> listener = row -> {};
  private UnaryOperator<RedisURI.Builder> authentication = UnaryOperator.identity();

  RedisStoreBuilder(
      List<RedisAddress> addresses,
      BiFunction<List<RedisURI>, RedisSettings, RedisConnection> connect) {
    this.addresses = addresses;
    this.connect = connect;
  }

  /**
   * Says who the store is.
   *
   * @param user a user of Redis, {@code default} where there is a password only
   * @param password the user's password; kept, as it is needed again with every connection, and
   *     never printed
   */
  public RedisStoreBuilder authenticatedAs(String user, char[] password) {
    char[] copy = password.clone();
    authentication = uri -> uri.withAuthentication(user, copy);
    return this;
  }

  /**
   * Trusts the certificates in this store instead of those that Java trusts. That the certificate
   * is the server's own is checked in either case.
   *
   * @throws IllegalArgumentException if there is none, or the key store was not loaded
   */
  public RedisStoreBuilder trusting(KeyStore certificates) {
    try {
      if (certificates.size() == 0) {
        throw new KeyStoreException("empty");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates);
      tls.trustManager(trust);
      return this;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException(
          "The key store with the certificates to trust for Redis is empty or was not loaded",
          unusable);
    }
  }

  /**
   * Limits how long an answer may take.
   *
   * @throws IllegalArgumentException unless it is between 1 and 500 milliseconds
   */
  public RedisStoreBuilder timeout(Duration longest) {
    if (longest.compareTo(Duration.ofMillis(1)) < 0 || longest.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "Redis may take between 1 and 500 milliseconds to answer, not " + longest);
    }
    timeout = longest;
    return this;
  }

  /**
   * Says whose codes these are, such as a gateway and a client; in another scope no holder is
   * found. Empty by default. All servers that serve the same holders give the same.
   */
  public RedisStoreBuilder scope(String shared) {
    scope = requireNonNull(shared, "shared");
    return this;
  }

  /** Says whom to tell of what does not open; what they throw is ignored. Nobody by default. */
  public RedisStoreBuilder reportingTo(Consumer<DroppedRow> told) {
    listener = requireNonNull(told, "told");
    return this;
  }

  /**
   * The store, connected if Redis answers within 5 seconds. If not, it is opened all the same: its
   * calls fail until Redis is there, and {@link RedisStore#ping()} says why.
   *
   * @param keys by which everything in Redis is hidden; the same on all servers
   */
  public RedisStore open(StoreKeys keys) {
    Sealing sealing = Sealing.with(keys, scope, listener);
    List<RedisURI> uris = addresses.stream().map(this::uri).toList();
    return new RedisStore(connect.apply(uris, new RedisSettings(timeout, tls.build())), sealing);
  }

  private RedisURI uri(RedisAddress address) {
    return authentication
        .apply(
            RedisURI.builder()
                .withHost(address.host().replaceAll("[\\[\\]]", ""))
                .withPort(address.port())
                .withSsl(address.tls())
                .withClientName("paycode")
                .withTimeout(RedisSettings.CONNECTING))
        .build();
  }

  /** Where Redis is; no user, no password. */
  @Override
  public String toString() {
    return "RedisStoreBuilder" + addresses;
  }
}
