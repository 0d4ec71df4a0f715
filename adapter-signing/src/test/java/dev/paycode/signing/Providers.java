package dev.paycode.signing;

import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Every provider that these tests can reach. */
final class Providers {

  private Providers() {}

  static Stream<RsaProvider> all() {
    return Stream.concat(
        RsaProvider.usable().stream(), Stream.of(RsaProvider.of(new BouncyCastleProvider())));
  }
}
