package dev.paycode.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Alipay+ takes calls: scheme, host and port, such as {@code
 * https://open-sea-global.alipayplus.com} (protocol.md §7). The path is always {@value #PATH}.
 *
 * <p>{@code https} is required; {@code http} is taken only to this machine itself ({@code
 * localhost}, {@code 127.x.x.x}, {@code [::1]}), for a sandbox. The name {@code localhost} is
 * reserved for it (RFC 6761 §6.3): whoever could map it elsewhere could change the address, too.
 *
 * <p>The host is Alipay+'s ({@code *.alipayplus.com}) or this machine, unless another is allowed by
 * name: a mistyped address is then no gift of customer ids to a stranger. Immutable.
 */
public final class GatewayAddress {

  /** The path of the API; it is part of what is signed. */
  public static final String PATH = "/aps/api/v1/codes/getPaymentCode";

  private static final int GREATEST_PORT = 65_535;
  private static final int LONGEST_SHOWN = 200;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");

  private static final Pattern KNOWN = Pattern.compile("(.+\\.)?alipayplus\\.com|" + LOOPBACK);

  private final String origin;

  private GatewayAddress(String origin) {
    this.origin = origin;
  }

  /**
   * The gateway at this address; the inverse of {@link #toString()}.
   *
   * <p>Grammar: {@code https://host}, {@code https://host:port}, or the same with {@code http} and
   * a loopback host; one slash may follow, nothing else. The host is under {@code alipayplus.com}
   * or is this machine.
   *
   * @throws IllegalArgumentException if the text is anything else; the message says what is allowed
   */
  public static GatewayAddress parse(String text) {
    return parse(text, Set.of());
  }

  /**
   * The gateway at this address, whose host may also be one of those allowed, for a gateway behind
   * a name of one's own.
   *
   * @param allowedHosts host names without scheme and port, compared without regard to case
   * @throws IllegalArgumentException as {@link #parse(String)} does
   */
  public static GatewayAddress parse(String text, Collection<String> allowedHosts) {
    GatewayAddress address = unrestricted(text);
    String host = address.endpoint().getHost();
    if (!KNOWN.matcher(host).matches() && allowedHosts.stream().noneMatch(host::equalsIgnoreCase)) {
      throw refused(
          text,
          "names a host that is neither Alipay+'s (*.alipayplus.com) nor this machine, nor allowed by"
              + " name");
    }
    return address;
  }

  private static GatewayAddress unrestricted(String text) {
    try {
      return of(new URI(text), text);
    } catch (URISyntaxException noUri) {
      throw refused(text, "is not a URL");
    }
  }

  private static GatewayAddress of(URI uri, String text) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw refused(text, "names no scheme or no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(text, "names a user");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(text, "has a query or a fragment");
    }
    if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
      throw refused(text, "has a path, although the path is always " + PATH);
    }
    return of(lowerCase(uri.getScheme()), lowerCase(uri.getHost()), uri.getPort(), text);
  }

  private static GatewayAddress of(String scheme, String host, int port, String text) {
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw refused(text, "is not encrypted and leaves this machine");
    }
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(text, "has another scheme");
    }
    if (port == 0 || port > GREATEST_PORT) {
      throw refused(text, "has a port outside 1 to " + GREATEST_PORT);
    }
    return new GatewayAddress(scheme + "://" + host + (port < 0 ? "" : ":" + port));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException refused(String text, String problem) {
    return new IllegalArgumentException(
        "gateway address '"
            + shown(text)
            + "' "
            + problem
            + "; use https://host or https://host:port (http only to localhost), such as"
            + " https://open-sea-global.alipayplus.com");
  }

  /** The text without what stands before the last @, which may be a password. */
  private static String shown(String text) {
    int at = text.lastIndexOf('@');
    String shown = (at < 0 ? text : "****" + text.substring(at)).replaceAll("[^!-~]", "?");
    return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…";
  }

  /** The URL that is called. */
  URI endpoint() {
    return URI.create(origin + PATH);
  }

  /** Whether calls go over TLS. */
  boolean isEncrypted() {
    return origin.startsWith("https:");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GatewayAddress that && origin.equals(that.origin);
  }

  @Override
  public int hashCode() {
    return origin.hashCode();
  }

  /** The scheme and host in lower case, and the port if one was given. */
  @Override
  public String toString() {
    return origin;
  }
}
