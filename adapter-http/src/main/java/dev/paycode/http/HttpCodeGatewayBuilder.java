package dev.paycode.http;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.ClientId;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The settings of a gateway; each has a default. {@link HttpCodeGateway#to} begins with them. For
 * use by one thread.
 */
public final class HttpCodeGatewayBuilder {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
  private static final Duration FRESHNESS = Duration.ofMinutes(5);

  private final GatewayAddress address;
  private final ClientId clientId;
  private final MessageSigner signer;
  private final MessageVerifier verifier;
  private InstantSource clock = InstantSource.system();
  private ZoneOffset offset = ZoneOffset.UTC;
  private Duration clockSkew = CLOCK_SKEW;
  private Duration freshness = FRESHNESS;
  private final ClientSettings client;
  private final CustomHeaders headers = new CustomHeaders();

  HttpCodeGatewayBuilder(
      GatewayAddress address, ClientId clientId, MessageSigner signer, MessageVerifier verifier) {
    this.address = requireNonNull(address, "address");
    this.clientId = requireNonNull(clientId, "clientId");
    this.signer = requireNonNull(signer, "signer");
    this.verifier = requireNonNull(verifier, "verifier");
    this.client = new ClientSettings(address);
  }

  /** The time of day, for Request-Time and the age of replies; the system's by default. */
  public HttpCodeGatewayBuilder clock(InstantSource source) {
    clock = requireNonNull(source, "source");
    return this;
  }

  /** The offset in which Request-Time is written; {@code +00:00} by default. */
  public HttpCodeGatewayBuilder requestTimeOffset(ZoneOffset zoneOffset) {
    offset = requireNonNull(zoneOffset, "zoneOffset");
    return this;
  }

  /**
   * How long to wait for a connection and its TLS session; 2 s by default. An attempt's own timeout
   * ends the wait, too.
   *
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public HttpCodeGatewayBuilder connectTimeout(Duration timeout) {
    client.connectTimeout(positive("connectTimeout", timeout));
    return this;
  }

  /**
   * How far the gateway's clock may be behind this machine's; 1 minute by default. A reply with an
   * earlier Response-Time is refused as an old one. The shorter, the less can be played again.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public HttpCodeGatewayBuilder clockSkew(Duration skew) {
    if (skew.isNegative()) {
      throw new IllegalArgumentException("clockSkew is 0 or more, not " + skew);
    }
    clockSkew = skew;
    return this;
  }

  /**
   * How far a Response-Time may be from this machine's clock, either way; 5 minutes by default.
   *
   * @throws IllegalArgumentException if the duration is not positive
   */
  public HttpCodeGatewayBuilder freshness(Duration window) {
    freshness = positive("freshness", window);
    return this;
  }

  /**
   * Trusts the issuers in this store instead of the platform's, for a sandbox or gateway with a
   * certificate of its own. Everything else about the certificate is checked as ever.
   *
   * @throws IllegalArgumentException if the store is not loaded or holds no certificate
   */
  public HttpCodeGatewayBuilder trusting(KeyStore issuers) {
    client.trusting(Tls.trusting(issuers));
    return this;
  }

  /**
   * Shows this certificate to a gateway, or a proxy before it, that asks for one; by default none
   * is shown.
   *
   * @param keys the client's private key with its certificate
   * @param password of the key in the store; not kept
   * @throws IllegalArgumentException if the store is not loaded, holds no key, or has another
   *     password
   */
  public HttpCodeGatewayBuilder clientCertificate(KeyStore keys, char[] password) {
    client.presenting(Tls.presenting(keys, password));
    return this;
  }

  /**
   * Reaches the gateway through a tunnel that this proxy opens (HTTP {@code CONNECT}); by default
   * no proxy is asked, whatever the system's settings.
   */
  public HttpCodeGatewayBuilder proxy(InetSocketAddress address) {
    client.through(HttpProxy.at(requireNonNull(address, "address")));
    return this;
  }

  /**
   * The same, with a user and password for the proxy, by the scheme Basic.
   *
   * <p>Java does not send them to a proxy unless it was started with {@code
   * -Djdk.http.auth.tunneling.disabledSchemes=} (empty), which {@link #build()} checks: they go to
   * the proxy as good as in the clear.
   *
   * @throws IllegalArgumentException if the user name has a colon
   */
  public HttpCodeGatewayBuilder proxy(
      InetSocketAddress address, PasswordAuthentication credentials) {
    client.through(HttpProxy.at(requireNonNull(address, "address"), credentials));
    return this;
  }

  /** Which connections carry more than one call; those over HTTP/2 by default. */
  public HttpCodeGatewayBuilder connectionReuse(ConnectionReuse reuse) {
    client.reuse(requireNonNull(reuse, "reuse"));
    return this;
  }

  /**
   * The header {@code Agent-Token}, which a technical service provider sends when it acts for the
   * client (protocol.md §1); by default none. It is not signed.
   *
   * @throws IllegalArgumentException if the token is blank, longer than 4096 characters, or has one
   *     that is not printable ASCII; the message does not repeat it
   */
  public HttpCodeGatewayBuilder agentToken(String token) {
    headers.set("Agent-Token", token);
    return this;
  }

  /**
   * One more header for every request; by default there is none. It is not signed.
   *
   * @throws IllegalArgumentException if the name is not an HTTP token, belongs to the protocol or
   *     was given before, or if the value is blank, longer than 4096 characters, or has one that is
   *     not printable ASCII; the message does not repeat the value
   */
  public HttpCodeGatewayBuilder header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  private static Duration positive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, not " + duration);
    }
    return duration;
  }

  /**
   * The gateway.
   *
   * @throws IllegalStateException if this Java process has the checking of host names switched off,
   *     or was told to log by itself what calls carry; if there are credentials for a proxy and
   *     Java would not send them; or if there is a proxy, but the gateway is on this machine and
   *     not encrypted
   */
  public HttpCodeGateway build() {
    return new HttpCodeGateway(
        requests(), new Transport(client.clients(), address, replies()), clock);
  }

  private SignedRequests requests() {
    return new SignedRequests(
        address, clientId, signer, offset, headers.additions().andThen(client.additions()));
  }

  private ReplyReader replies() {
    return new ReplyReader(
        new Authentication(clientId, verifier, clock, new Freshness(clockSkew, freshness)),
        new StatusReader(address, clock));
  }
}
