package dev.paycode.http;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.ClientId;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

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
 * <p>It speaks HTTP/1.1 over TLS 1.2 or 1.3, follows no redirect, asks no proxy and reads at most
 * 64 KiB. A connection is closed after the answer, so that nothing left on it can be taken for the
 * answer to another customer's request; only a chunked answer or a 204 leaves it open. Nothing
 * switches a check off.
 *
 * <p>Immutable and safe for use by many threads. Each has a thread of its own: make one and share
 * it.
 */
public final class HttpCodeGateway implements CodeGateway {

  private final SignedRequests requests;
  private final Transport transport;
  private final ReplyReader replies;
  private final InstantSource clock;

  private HttpCodeGateway(Builder settings) {
    clock = settings.clock;
    requests =
        new SignedRequests(
            settings.address,
            settings.clientId,
            settings.signer,
            settings.offset,
            UserAgent.current());
    transport = new Transport(settings.client(), settings.address);
    replies =
        new ReplyReader(
            new Authentication(
                settings.clientId,
                settings.verifier,
                clock,
                new Freshness(settings.clockSkew, settings.freshness)),
            new StatusReader(settings.address, clock));
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
    return new HttpCall(RequestBody.of(request), requests, transport, replies, clock);
  }

  /** The settings of a gateway; each has a default. For use by one thread. */
  public static final class Builder {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final Duration FRESHNESS = Duration.ofMinutes(5);

    private final GatewayAddress address;
    private final ClientId clientId;
    private final MessageSigner signer;
    private final MessageVerifier verifier;
    private InstantSource clock = InstantSource.system();
    private ZoneOffset offset = ZoneOffset.UTC;
    private Duration connectTimeout = CONNECT_TIMEOUT;
    private Duration clockSkew = CLOCK_SKEW;
    private Duration freshness = FRESHNESS;
    private @Nullable KeyStore trustStore;

    private Builder(
        GatewayAddress address, ClientId clientId, MessageSigner signer, MessageVerifier verifier) {
      this.address = requireNonNull(address, "address");
      this.clientId = requireNonNull(clientId, "clientId");
      this.signer = requireNonNull(signer, "signer");
      this.verifier = requireNonNull(verifier, "verifier");
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
      connectTimeout = positive("connectTimeout", timeout);
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
      trustStore = Tls.checked(issuers);
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
     *     off
     */
    public HttpCodeGateway build() {
      Tls.requireHostNameChecks();
      return new HttpCodeGateway(this);
    }

    private HttpClient client() {
      HttpClient.Builder client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .proxy(HttpClient.Builder.NO_PROXY)
              .connectTimeout(connectTimeout)
              .sslParameters(Tls.parameters());
      if (trustStore != null) {
        client.sslContext(Tls.trusting(trustStore));
      }
      return client.build();
    }
  }
}
