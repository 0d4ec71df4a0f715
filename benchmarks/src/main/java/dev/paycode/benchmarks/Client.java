package dev.paycode.benchmarks;

import com.alipay.global.api.AlipayClient;
import com.alipay.global.api.DefaultAlipayClient;
import dev.paycode.benchmarks.peer.PeerRequest;
import dev.paycode.http.ConnectionReuse;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;

/** The clients that are compared. */
enum Client {
  /** The gateway of this project, with the fastest provider, its connections kept. */
  PAYCODE {
    @Override
    Caller caller(ClientFiles files) {
      CodeGateway gateway =
          HttpCodeGateway.to(
                  files.gateway(),
                  Messages.CLIENT,
                  RsaSigner.of(files.privateKey(), files.keyVersion()),
                  RsaVerifier.of(files.publicKey()))
              .trusting(files.issuers())
              .connectionReuse(ConnectionReuse.ALWAYS)
              .build();
      return () ->
          requireTen(gateway.prepare(Holders.request(0)).send(Duration.ofSeconds(5)).codeCount());
    }
  },

  /** The official SDK as it comes. */
  SDK {
    @Override
    Caller caller(ClientFiles files) {
      AlipayClient client =
          new DefaultAlipayClient(
              files.gatewayText(),
              base64(files.privateKey()),
              base64(files.publicKey()),
              Messages.CLIENT.value());
      return () ->
          requireTen(client.execute(new PeerRequest("customer-0")).getPaymentCodeInfoList().size());
    }
  },

  /** No call, but the arithmetic of one: a signature made and one verified, by that provider. */
  ARITHMETIC {
    @Override
    Caller caller(ClientFiles files) {
      ThreadLocal<BareCalls> bare = ThreadLocal.withInitial(() -> bareCalls(files));
      return () -> {
        bare.get().sign();
        bare.get().verify();
      };
    }
  };

  /** A caller of the gateway that these files are for. */
  abstract Caller caller(ClientFiles files);

  private static BareCalls bareCalls(ClientFiles files) {
    try {
      return BareCalls.of(
          RsaImplementation.usable().get(0).provider(),
          files.privateKey(),
          files.ownPublicKey(),
          Messages.content(Messages.ANSWER).bytes());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the provider does not sign", impossible);
    }
  }

  private static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static void requireTen(int codes) {
    if (codes != 10) {
      throw new IllegalStateException("a call for ten codes brought " + codes);
    }
  }
}
