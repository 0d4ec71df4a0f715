package dev.paycode.benchmarks;

import java.io.IOException;

/** Signing a request and reading an answer, beside the official SDK and the arithmetic alone. */
final class MessageMeasurement implements Measurement {

  private static final Aim OVER_SDK = Aim.atLeast(3);
  private static final Aim OVER_BARE = Aim.atLeast(0.75);
  private static final Aim OVER_OPENSSL = Aim.atLeast(0.90);

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    String keys = KeyFiles.in(workshop.out()).toString();
    Samples samples =
        new JmhRounds(MessageBenchmark.class, round -> round.with("keys", keys), JmhRound::method)
            .run(workshop, Subject.MESSAGES);
    return new Table("Per second of one core", "sign a request", "read an answer of ten codes")
        .row("Paycode", samples.rate("sign"), samples.rate("read"))
        .row("official SDK", samples.rate("signBySdk"), samples.rate("readBySdk"))
        .row("the bare JCA call", samples.rate("signBare"), samples.rate("readBare"))
        .row("`openssl speed rsa2048`", samples.rate(Openssl.SIGNS), samples.rate(Openssl.VERIFIES))
        .row(
            "Paycode / official SDK (read: " + OVER_SDK.words() + ")",
            samples.quotient("sign", "signBySdk"),
            samples.quotient("read", "readBySdk", OVER_SDK))
        .row(
            "Paycode / bare call (read: " + OVER_BARE.words() + ")",
            samples.quotient("sign", "signBare"),
            samples.quotient("read", "readBare", OVER_BARE))
        .row(
            "Paycode / openssl (sign: " + OVER_OPENSSL.words() + ")",
            samples.quotient("sign", Openssl.SIGNS, OVER_OPENSSL),
            samples.quotient("read", Openssl.VERIFIES))
        .toString();
  }
}
