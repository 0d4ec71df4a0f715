package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that opens a tunnel to the gateway: TLS goes through it, so it sees neither request nor
 * answer. Its text form holds no password.
 */
final class HttpProxy {

  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  private final InetSocketAddress address;
  private final @Nullable String authorization;

  private HttpProxy(InetSocketAddress address, @Nullable String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  static HttpProxy at(InetSocketAddress address) {
    return new HttpProxy(address, null);
  }

  /**
   * A proxy that asks who calls, by the scheme Basic (RFC 7617).
   *
   * @throws IllegalArgumentException if the user has a colon, which the scheme cannot carry
   */
  static HttpProxy at(InetSocketAddress address, PasswordAuthentication credentials) {
    if (credentials.getUserName().indexOf(':') >= 0) {
      throw new IllegalArgumentException("A proxy's user name has no colon");
    }
    String pair = credentials.getUserName() + ":" + new String(credentials.getPassword());
    return new HttpProxy(
        address, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  ProxySelector selector() {
    return ProxySelector.of(address);
  }

  /** Puts the credentials where the HTTP client takes them from for the tunnel, and only for it. */
  Consumer<HttpRequest.Builder> additions() {
    String credentials = authorization;
    return credentials == null
        ? request -> {}
        : request -> request.header("Proxy-Authorization", credentials);
  }

  /**
   * The HTTP client leaves credentials of the scheme Basic away, without a word, where the platform
   * has it disabled for tunnels; and that is its default, read once per process.
   *
   * @throws IllegalStateException if there are credentials and the platform would not send them
   */
  void requireUsable() {
    if (authorization != null && isBasicDisabled()) {
      throw new IllegalStateException(
          "This Java process does not send a proxy's password, because the property "
              + DISABLED_SCHEMES
              + " names the scheme Basic; start Java with -D"
              + DISABLED_SCHEMES
              + "= (empty), and only with a proxy you reach over a network you trust");
    }
  }

  private static boolean isBasicDisabled() {
    return Arrays.stream(PlatformSettings.value(DISABLED_SCHEMES).split(","))
        .map(String::strip)
        .anyMatch("Basic"::equalsIgnoreCase);
  }

  @Override
  public String toString() {
    return "proxy " + address;
  }
}
