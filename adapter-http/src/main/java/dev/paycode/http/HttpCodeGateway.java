package dev.paycode.http;

import dev.paycode.message.ClientId;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.MessageSigner;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import java.time.InstantSource;

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

  HttpCodeGateway(SignedRequests requests, Transport transport, InstantSource clock) {
    this.requests = requests;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Begins a gateway at this address.
   *
   * @param address where Alipay+ takes calls
   * @param clientId who calls; the keys of signer and verifier belong to it
   * @param signer signs the requests
   * @param verifier verifies the replies
   */
  public static HttpCodeGatewayBuilder to(
      GatewayAddress address, ClientId clientId, MessageSigner signer, MessageVerifier verifier) {
    return new HttpCodeGatewayBuilder(address, clientId, signer, verifier);
  }

  @Override
  public PreparedCall prepare(CodeRequest request) {
    return new HttpCall(RequestBody.of(request), requests, transport, clock);
  }
}
