package dev.paycode.persistence;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL server listens, as a URL of its driver in which nothing leads elsewhere or
 * keeps its certificate from being checked. Immutable.
 */
final class PostgresAddress {

  private static final Pattern LOCAL =
      Pattern.compile("^jdbc:postgresql:(//(localhost|127\\.[0-9.]+|\\[::1])?(:[0-9]+)?/|[^/])");

  /** They name another host than the one that the URL seems to, or code that decides on TLS. */
  private static final Pattern MISLEADING =
      Pattern.compile(
          "[?&](host|PGHOST|service|socketFactory|sslfactory|sslhostnameverifier)=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LESS_THAN_VERIFIED =
      Pattern.compile("[?&](sslmode)=(?!verify-full(&|$))", Pattern.CASE_INSENSITIVE);

  private final String url;

  private PostgresAddress(String url) {
    this.url = url;
  }

  /**
   * The address with this URL.
   *
   * @throws IllegalArgumentException if a parameter in it weakens what is checked; the message
   *     names the parameter alone
   */
  static PostgresAddress of(String url) {
    PostgresAddress address = new PostgresAddress(url);
    address
        .refused()
        .ifPresent(
            parameter -> {
              throw new IllegalArgumentException(
                  "The address of a PostgreSQL server has no '"
                      + parameter
                      + "' in it: its host stands before the database, and on another machine its"
                      + " certificate is checked in full; name who issued it with sslrootcert=FILE");
            });
    return address;
  }

  private Optional<String> refused() {
    return first(MISLEADING).or(() -> isLocal() ? Optional.empty() : first(LESS_THAN_VERIFIED));
  }

  private Optional<String> first(Pattern pattern) {
    return pattern.matcher(url).results().map((MatchResult found) -> found.group(1)).findFirst();
  }

  /** Whether what is sent there stays on this machine. */
  boolean isLocal() {
    return LOCAL.matcher(url).find();
  }

  /** Whether it names who may have issued the server's certificate. */
  boolean namesIssuers() {
    return url.contains("sslrootcert=");
  }
}
