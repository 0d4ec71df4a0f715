package dev.paycode.http;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.ClientId;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The gateway of Alipay+ over HTTPS: signs what is sent, verifies what comes back (protocol.md §1
 * to §6).
 *
 * <pre>{@code
 * CodeGateway gateway =
 *     HttpCodeGateway.to(
 *             GatewayAddress.parse("https://open-sea-global.alipayplus.com"),
 *             ClientId.parse("SANDBOX_5X00000000000000"),
 *             signer,
 *             verifier)
 *         .build();
 * }</pre>
 *
 * <p>It speaks HTTP/2 where the gateway offers it within TLS 1.2 or 1.3, else HTTP/1.1; it follows
 * no redirect, asks no proxy but the one it is told, and reads at most 64 KiB. Calls share HTTP/2
 * connections; an HTTP/1.1 connection carries one call, so that nothing left on it can be taken for
 * the answer to another customer's request ({@link ConnectionReuse}). Nothing switches a check off.
 *
 * <p>Immutable and safe for use by many threads. Each has threads and connections of its own: make
 * one and share it.
 */
public final class HttpCodeGateway implements CodeGateway {

  private final SignedRequests requests;
  private final Transport transport;
  private final InstantSource clock;

  private HttpCodeGateway(Builder settings) {
    clock = settings.clock;
    requests =
        new SignedRequests(
            settings.address,
            settings.clientId,
            settings.signer,
            settings.offset,
            settings.headers.additions().andThen(settings.client.additions()));
    ReplyReader replies =
        new ReplyReader(
            new Authentication(
                settings.clientId,
                settings.verifier,
                clock,
                new Freshness(settings.clockSkew, settings.freshness)),
            new StatusReader(settings.address, clock));
    transport = new Transport(settings.client.clients(), settings.address, replies);
  }

  /**
   * Begins a gateway at this address.
   *
   * @param address where Alipay+ takes calls
   * @param clientId who calls; the keys of signer and verifier belong to it
   * @param signer signs the requests
   * @param verifier verifies the replies
   */
  public static Builder to(
      GatewayAddress address, ClientId clientId, MessageSigner signer, MessageVerifier verifier) {
    return new Builder(address, clientId, signer, verifier);
  }

  @Override
  public PreparedCall prepare(CodeRequest request) {
    return new HttpCall(RequestBody.of(request), requests, transport, clock);
  }

  /** The settings of a gateway; each has a default. For use by one thread. */
  public static final class Builder {

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

    private Builder(
        GatewayAddress address, ClientId clientId, MessageSigner signer, MessageVerifier verifier) {
      this.address = requireNonNull(address, "address");
      this.clientId = requireNonNull(clientId, "clientId");
      this.signer = requireNonNull(signer, "signer");
      this.verifier = requireNonNull(verifier, "verifier");
      this.client = new ClientSettings(address);
    }

    /** The time of day, for Request-Time and the age of replies; the system's by default. */
    public Builder clock(InstantSource source) {
      clock = requireNonNull(source, "source");
      return this;
    }

    /** The offset in which Request-Time is written; {@code +00:00} by default. */
    public Builder requestTimeOffset(ZoneOffset zoneOffset) {
      offset = requireNonNull(zoneOffset, "zoneOffset");
      return this;
    }

    /**
     * How long to wait for a connection and its TLS session; 2 s by default. An attempt's own
     * timeout ends the wait, too.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Builder connectTimeout(Duration timeout) {
      client.connectTimeout(positive("connectTimeout", timeout));
      return this;
    }

    /**
     * How far the gateway's clock may be behind this machine's; 1 minute by default. A reply with
     * an earlier Response-Time is refused as an old one. The shorter, the less can be played again.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public Builder clockSkew(Duration skew) {
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
    public Builder freshness(Duration window) {
      freshness = positive("freshness", window);
      return this;
    }

    /**
     * Trusts the issuers in this store instead of the platform's, for a sandbox or gateway with a
     * certificate of its own. Everything else about the certificate is checked as ever.
     *
     * @throws IllegalArgumentException if the store is not loaded or holds no certificate
     */
    public Builder trusting(KeyStore issuers) {
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
    public Builder clientCertificate(KeyStore keys, char[] password) {
      client.presenting(Tls.presenting(keys, password));
      return this;
    }

    /**
     * Reaches the gateway through a tunnel that this proxy opens (HTTP {@code CONNECT}); by default
     * no proxy is asked, whatever the system's settings.
     */
    public Builder proxy(InetSocketAddress address) {
      client.through(HttpProxy.at(requireNonNull(address, "address")));
      return this;
    }

    /**
     * The same, with a user and password for the proxy, by the scheme Basic.
     *
     * <p>Java does not send them to a proxy unless it was started with {@code
     * -Djdk.http.auth.tunneling.disabledSchemes=} (empty), which {@link #build()} checks: they go
     * to the proxy as good as in the clear.
     *
     * @throws IllegalArgumentException if the user name has a colon
     */
    public Builder proxy(InetSocketAddress address, PasswordAuthentication credentials) {
      client.through(HttpProxy.at(requireNonNull(address, "address"), credentials));
      return this;
    }

    /** Which connections carry more than one call; those over HTTP/2 by default. */
    public Builder connectionReuse(ConnectionReuse reuse) {
      client.reuse(requireNonNull(reuse, "reuse"));
      return this;
    }

    /**
     * The header {@code Agent-Token}, which a technical service provider sends when it acts for the
     * client (protocol.md §1); by default none. It is not signed.
     *
     * @throws IllegalArgumentException if the token is blank, longer than 4096 characters, or has
     *     one that is not printable ASCII; the message does not repeat it
     */
    public Builder agentToken(String token) {
      headers.set("Agent-Token", token);
      return this;
    }

    /**
     * One more header for every request; by default there is none. It is not signed.
     *
     * @throws IllegalArgumentException if the name is not an HTTP token, belongs to the protocol or
     *     was given before, or if the value is blank, longer than 4096 characters, or has one that
     *     is not printable ASCII; the message does not repeat the value
     */
    public Builder header(String name, String value) {
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
     * @throws IllegalStateException if this Java process has the checking of host names switched
     *     off; if there are credentials for a proxy and Java would not send them; or if there is a
     *     proxy, but the gateway is on this machine and not encrypted
     */
    public HttpCodeGateway build() {
      return new HttpCodeGateway(this);
    }
  }
}
