package dev.paycode.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paycode.message.SignedContent;
import dev.paycode.signing.RsaSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The JDK's HTTP client and nothing else: sends one request, signed once, again and again, over
 * kept connections, and takes the answers as bytes that nobody looks at. The sandbox does not mind
 * the age of a request. What a call costs above this is signing, verifying, reading and deadlines.
 */
final class BareHttp {

  private static final int OK = 200;

  /** As large as Paycode's. */
  private static final String BODY =
      "{\"customerId\":\"customer-0\",\"codeQuantity\":\"10\","
          + "\"env\":{\"deviceTokenId\":\"device-0\"}}";

  private BareHttp() {}

  static Caller to(ClientFiles files) {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting(files.issuers())).build();
    HttpRequest request = request(files);
    return () -> requireOk(client.send(request, BodyHandlers.ofByteArray()));
  }

  private static HttpRequest request(ClientFiles files) {
    byte[] body = BODY.getBytes(UTF_8);
    SignedContent content = SignedContent.of(Messages.PATH, Messages.CLIENT, Messages.TIME, body);
    return HttpRequest.newBuilder(URI.create(files.gatewayText() + Messages.PATH))
        .header("Client-Id", Messages.CLIENT.value())
        .header("Request-Time", Messages.TIME)
        .header(
            "Signature", RsaSigner.of(files.privateKey(), files.keyVersion()).sign(content).print())
        .header("Content-Type", "application/json; charset=UTF-8")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static SSLContext trusting(KeyStore issuers) {
    try {
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(issuers);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java has no TLS", impossible);
    }
  }

  private static void requireOk(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != OK || answer.body().length < Messages.ANSWER.length() / 2) {
      throw new IllegalStateException("a call for ten codes was not answered with them");
    }
  }
}
