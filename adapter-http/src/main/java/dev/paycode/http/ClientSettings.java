package dev.paycode.http;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** How the gateway is reached: connections, TLS, proxy. For use by one thread. */
final class ClientSettings {

  private final GatewayAddress address;
  private Duration connectTimeout = Duration.ofSeconds(2);
  private ConnectionReuse reuse = ConnectionReuse.HTTP_2_ONLY;
  private KeyManager @Nullable [] own;
  private TrustManager @Nullable [] trusted;
  private @Nullable HttpProxy proxy;

  ClientSettings(GatewayAddress address) {
    this.address = address;
  }

  void connectTimeout(Duration timeout) {
    connectTimeout = timeout;
  }

  void reuse(ConnectionReuse which) {
    reuse = which;
  }

  void presenting(KeyManager[] keys) {
    own = keys;
  }

  void trusting(TrustManager[] issuers) {
    trusted = issuers;
  }

  void through(HttpProxy chosen) {
    proxy = chosen;
  }

  /**
   * The clients for these settings.
   *
   * @throws IllegalStateException if this Java process cannot keep what the settings promise
   */
  Clients clients() {
    Tls.requireHostNameChecks();
    PlatformLogs.requireDiscretion();
    requireTunnel();
    Executor threads = Executors.newCachedThreadPool(ClientSettings::daemon);
    Supplier<HttpClient> maker = maker(threads);
    return reuse == ConnectionReuse.ALWAYS
        ? new SharedClient(maker)
        : new SeparateClients(maker, threads);
  }

  private void requireTunnel() {
    if (proxy == null) {
      return;
    }
    if (!address.isEncrypted()) {
      throw new IllegalStateException(
          "The gateway "
              + address
              + " is on this machine and not encrypted, so it is not reached through a proxy; leave"
              + " the proxy out");
    }
    proxy.requireUsable();
  }

  /** What has to be on every request for it to get through. */
  Consumer<HttpRequest.Builder> additions() {
    return proxy == null ? request -> {} : proxy.additions();
  }

  /** Every client has its own connections; threads and TLS sessions they share. */
  private Supplier<HttpClient> maker(Executor threads) {
    SSLContext context = Tls.context(own, trusted);
    HttpProxy chosen = proxy;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(version())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(chosen == null ? HttpClient.Builder.NO_PROXY : chosen.selector())
            .connectTimeout(connectTimeout)
            .sslContext(context)
            .sslParameters(GatewayTls.parameters())
            .executor(threads);
    return client::build;
  }

  /** HTTP/2 by agreement within TLS, and not by the upgrade of an open connection. */
  private Version version() {
    return address.isEncrypted() && reuse != ConnectionReuse.NEVER
        ? Version.HTTP_2
        : Version.HTTP_1_1;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "paycode-http");
    thread.setDaemon(true);
    return thread;
  }
}
