package dev.paycode.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.paycode.signing.RsaProvider;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;

/** The JCA providers that are compared, fastest first. */
public enum RsaImplementation {
  AMAZON_CORRETTO("Amazon Corretto Crypto Provider", AmazonCorrettoCryptoProvider::new),
  CONSCRYPT("Conscrypt", Conscrypt::newProvider),
  SUN("the JDK's SunRsaSign", () -> Security.getProvider("SunRsaSign")),
  BOUNCY_CASTLE("Bouncy Castle", BouncyCastleProvider::new);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // all are constructors, or as good as one
  private final Supplier<Provider> maker;

  RsaImplementation(String words, Supplier<Provider> maker) {
    this.words = words;
    this.maker = maker;
  }

  /** Those that work on this machine. */
  static List<RsaImplementation> usable() {
    return Arrays.stream(values()).filter(RsaImplementation::works).toList();
  }

  private boolean works() {
    try {
      RsaProvider.of(provider());
      return true;
    } catch (IllegalArgumentException | LinkageError | IllegalStateException notHere) {
      return false;
    }
  }

  /** A provider of its own, not registered. */
  Provider provider() {
    return maker.get();
  }

  /** Its name in tables. */
  String words() {
    return words;
  }

  /** Its name and version. */
  String version() {
    return words + " " + provider().getVersionStr();
  }
}
