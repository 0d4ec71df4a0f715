package dev.paycode.persistence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a Redis server listens: host and port, and whether TLS is spoken there. Without TLS it must
 * be on this machine itself. Immutable.
 *
 * @param tls whether the connection is encrypted and the server's certificate checked
 * @param host a name or an address
 * @param port 1 to 65535
 */
record RedisAddress(boolean tls, String host, int port) {

  private static final int USUAL_PORT = 6379;
  private static final int GREATEST_PORT = 65_535;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[?::1]?|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");

  /**
   * The address in this text: {@code rediss://host}, {@code rediss://host:port}, or the same with
   * {@code redis} and a loopback host; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if it is anything else; a user and a password in it are not
   *     repeated
   */
  static RedisAddress parse(String text) {
    try {
      return of(new URI(text), text);
    } catch (URISyntaxException noUri) {
      throw refused(text, "is not a URL");
    }
  }

  private static RedisAddress of(URI uri, String text) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw refused(text, "names no scheme or no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(text, "names a user, who is to be named apart from it, with the password");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || !hasNoPath(uri)) {
      throw refused(text, "goes on after the port");
    }
    return of(lowerCase(uri.getScheme()), lowerCase(uri.getHost()), uri.getPort(), text);
  }

  private static boolean hasNoPath(URI uri) {
    return uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
  }

  private static RedisAddress of(String scheme, String host, int port, String text) {
    if (!scheme.equals("redis") && !scheme.equals("rediss")) {
      throw refused(text, "has another scheme");
    }
    if (scheme.equals("redis") && !isLoopback(host)) {
      throw refused(text, "is not encrypted and leaves this machine");
    }
    if (port == 0 || port > GREATEST_PORT) {
      throw refused(text, "has a port outside 1 to " + GREATEST_PORT);
    }
    return new RedisAddress(scheme.equals("rediss"), host, port < 0 ? USUAL_PORT : port);
  }

  /** Whether what is sent to the host stays on this machine. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException refused(String text, String problem) {
    return new IllegalArgumentException(
        "Redis address '"
            + text.replaceFirst("//.*@", "//***@")
            + "' "
            + problem
            + "; use rediss://host or rediss://host:port (redis only to localhost), such as"
            + " rediss://redis.example:6380");
  }

  @Override
  public String toString() {
    return (tls ? "rediss://" : "redis://") + host + ":" + port;
  }
}
