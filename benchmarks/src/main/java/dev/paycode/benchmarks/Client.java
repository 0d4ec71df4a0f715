package dev.paycode.benchmarks;

import com.alipay.global.api.AlipayClient;
import com.alipay.global.api.DefaultAlipayClient;
import dev.paycode.benchmarks.peer.PeerRequest;
import dev.paycode.http.ConnectionReuse;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.signing.RsaProvider;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The clients that are compared. */
enum Client {
  /** The gateway of this project, its connections kept, with the fastest provider. */
  PAYCODE {
    @Override
    String words() {
      return "Paycode with " + fastest().words();
    }

    @Override
    Optional<Client> arithmetic() {
      return Optional.of(ARITHMETIC);
    }

    @Override
    Caller caller(ClientFiles files) {
      return paycode(files, fastest());
    }
  },

  /** The same with the provider that every JDK has. */
  PAYCODE_BY_JDK {
    @Override
    String words() {
      return "Paycode with " + RsaImplementation.SUN.words();
    }

    @Override
    Optional<Client> arithmetic() {
      return Optional.of(ARITHMETIC_BY_JDK);
    }

    @Override
    Caller caller(ClientFiles files) {
      return paycode(files, RsaImplementation.SUN);
    }
  },

  /** The official SDK as it comes: with the JDK's provider. */
  SDK {
    @Override
    String words() {
      return "official SDK";
    }

    @Override
    Optional<Client> arithmetic() {
      return Optional.of(ARITHMETIC_BY_JDK);
    }

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

  /** The JDK's HTTP client, which Paycode's gateway calls by. */
  HTTP {
    @Override
    String words() {
      return "the JDK's HTTP client alone";
    }

    @Override
    Optional<Client> arithmetic() {
      return Optional.of(ARITHMETIC);
    }

    @Override
    Caller caller(ClientFiles files) {
      return BareHttp.to(files);
    }
  },

  /** Both one after another: as little as a signed call by the JDK's HTTP client can take. */
  HTTP_AND_ARITHMETIC {
    @Override
    String words() {
      return "the JDK's HTTP client and the arithmetic, by " + fastest().words();
    }

    @Override
    Optional<Client> arithmetic() {
      return Optional.of(ARITHMETIC);
    }

    @Override
    Caller caller(ClientFiles files) {
      Caller arithmetic = ARITHMETIC.caller(files);
      Caller http = BareHttp.to(files);
      return () -> {
        arithmetic.call();
        http.call();
      };
    }
  },

  /** No call, but the arithmetic of one: a signature made and one verified. */
  ARITHMETIC {
    @Override
    String words() {
      return "the arithmetic alone, by " + fastest().words();
    }

    @Override
    Caller caller(ClientFiles files) {
      return signingAndVerifying(files, fastest());
    }
  },

  /** The same by the provider that every JDK has. */
  ARITHMETIC_BY_JDK {
    @Override
    String words() {
      return "the arithmetic alone, by " + RsaImplementation.SUN.words();
    }

    @Override
    Caller caller(ClientFiles files) {
      return signingAndVerifying(files, RsaImplementation.SUN);
    }
  };

  /** Its name in tables. */
  abstract String words();

  /** A caller of the gateway that these files are for. */
  abstract Caller caller(ClientFiles files);

  /** What its calls are set against; nothing for what makes no calls itself. */
  Optional<Client> arithmetic() {
    return Optional.empty();
  }

  /** Whether it is what the aims are for. */
  boolean isOurs() {
    return this == PAYCODE || this == PAYCODE_BY_JDK;
  }

  private static RsaImplementation fastest() {
    return RsaImplementation.usable().get(0);
  }

  private static Caller paycode(ClientFiles files, RsaImplementation implementation) {
    RsaProvider provider = RsaProvider.of(implementation.provider());
    CodeGateway gateway =
        HttpCodeGateway.to(
                files.gateway(),
                Messages.CLIENT,
                RsaSigner.of(files.privateKey(), files.keyVersion(), provider),
                RsaVerifier.of(files.publicKey(), provider))
            .trusting(files.issuers())
            .connectionReuse(ConnectionReuse.ALWAYS)
            .build();
    return () ->
        requireTen(gateway.prepare(Holders.request(0)).send(Duration.ofSeconds(5)).codeCount());
  }

  private static Caller signingAndVerifying(ClientFiles files, RsaImplementation implementation) {
    ThreadLocal<BareCalls> bare = ThreadLocal.withInitial(() -> bareCalls(files, implementation));
    return () -> {
      bare.get().sign();
      bare.get().verify();
    };
  }

  private static BareCalls bareCalls(ClientFiles files, RsaImplementation implementation) {
    try {
      return BareCalls.of(
          implementation.provider(),
          files.privateKey(),
          files.ownPublicKey(),
          Messages.content(Messages.REQUEST),
          Messages.content(Messages.ANSWER));
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
