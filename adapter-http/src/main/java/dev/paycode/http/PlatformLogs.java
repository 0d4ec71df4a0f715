package dev.paycode.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the Java platform logs of calls by itself if it is told to. Its properties are read once per
 * process, and nothing takes a signature, token or code out of what it writes.
 */
final class PlatformLogs {

  /** Documented with the module {@code java.net.http}. */
  private static final String HTTP = "jdk.httpclient.HttpClient.log";

  /** The last two for what they quote of an answer that is not as it should be. */
  private static final Set<String> TELLING = Set.of("all", "headers", "content", "errors");

  private static final String HPACK = "jdk.internal.httpclient.hpack.log.level";

  private static final String TLS = "javax.net.debug";

  private PlatformLogs() {}

  /**
   * @throws IllegalStateException if this Java process would log what a call carries
   */
  static void requireDiscretion() {
    String http = PlatformSettings.value(HTTP);
    if (Arrays.stream(lowerCase(http).split(",")).map(String::strip).anyMatch(TELLING::contains)) {
      throw refusal(HTTP, http, ", or with no more than requests,frames,ssl,trace,channel");
    }
    Optional<String> hpack = Optional.ofNullable(System.getProperty(HPACK));
    if (hpack.isPresent()) {
      throw refusal(HPACK, hpack.get(), "");
    }
    Optional<String> tls = Optional.ofNullable(System.getProperty(TLS));
    if (tls.filter(PlatformLogs::showsPlaintext).isPresent()) {
      throw refusal(TLS, tls.get(), ", or with ssl:handshake");
    }
  }

  /** As the platform looks for these words in it, and takes none at all for all of them. */
  private static boolean showsPlaintext(String tls) {
    String words = lowerCase(tls);
    return words.isEmpty() || words.contains("all") || words.contains("plaintext");
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static IllegalStateException refusal(String property, String value, String allowed) {
    return new IllegalStateException(
        "The property "
            + property
            + " is '"
            + value
            + "', so Java would log signatures, tokens or codes of every call; start Java without"
            + " it"
            + allowed);
  }
}
