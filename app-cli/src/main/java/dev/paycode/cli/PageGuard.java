package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Who may see the page: whoever was told its address, by the names of this machine only.
 *
 * <p>A page of a foreign site can call this machine, also under a name of its own (DNS rebinding),
 * but then the Host header is not one of ours, and it cannot guess the token. Immutable.
 */
final class PageGuard {

  private static final int TOKEN_BYTES = 24;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

  private final String token;
  private final List<String> hosts;

  private PageGuard(String token, List<String> hosts) {
    this.token = token;
    this.hosts = hosts;
  }

  /**
   * The guard of a server on that port, with a new token.
   *
   * @param random what nobody can guess
   */
  static PageGuard of(int port, RandomGenerator random) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    return new PageGuard(
        Base64.getUrlEncoder().withoutPadding().encodeToString(token),
        List.of("127.0.0.1:" + port, "localhost:" + port));
  }

  /** The page's address. */
  String address() {
    return "http://" + hosts.get(0) + "/" + token + "/";
  }

  /** What a request asks for, below the page's address; or the status that refuses it. */
  Verdict judge(PageRequest request) {
    if (request.host().filter(hosts::contains).isEmpty()) {
      return Verdict.refused(421);
    }
    if (!METHODS.contains(request.method())) {
      return Verdict.refused(405);
    }
    Optional<String> name = nameIn(request.path());
    if (name.isEmpty()) {
      return Verdict.refused(404);
    }
    boolean foreign = request.site().filter(site -> !OWN_PAGE.contains(site)).isPresent();
    // Somebody may well follow a link to the page itself.
    return foreign && !name.get().isEmpty() ? Verdict.refused(403) : new Verdict(200, name.get());
  }

  /** In time that does not tell how much of the token is right. */
  private Optional<String> nameIn(String path) {
    int end = path.indexOf('/', 1);
    return end > 0
            && MessageDigest.isEqual(
                path.substring(1, end).getBytes(UTF_8), token.getBytes(US_ASCII))
        ? Optional.of(path.substring(end + 1))
        : Optional.empty();
  }

  /** The host only: the token is a secret. */
  @Override
  public String toString() {
    return "PageGuard[" + hosts + "]";
  }

  /**
   * What a browser asks.
   *
   * @param method such as GET
   * @param path as it stands in the request
   * @param host the header Host
   * @param site the header Sec-Fetch-Site
   */
  record PageRequest(String method, String path, Optional<String> host, Optional<String> site) {}

  /**
   * What becomes of a request.
   *
   * @param status 200, or the HTTP status that refuses it
   * @param name what it asks for; empty for the page itself
   */
  record Verdict(int status, String name) {

    private static Verdict refused(int status) {
      return new Verdict(status, "");
    }

    boolean isRefusal() {
      return status != 200;
    }
  }
}
