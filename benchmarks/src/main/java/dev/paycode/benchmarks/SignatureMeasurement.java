package dev.paycode.benchmarks;

import java.io.IOException;
import java.util.List;

/** Signatures per second of one core, by provider, beside the bare call and beside OpenSSL. */
final class SignatureMeasurement implements Measurement {

  private static final String PARAMETER = "implementation";
  private static final Aim OVER_BARE = Aim.atLeast(0.95);

  private final List<RsaImplementation> implementations = RsaImplementation.usable();

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    String keys = KeyFiles.in(workshop.out()).toString();
    String[] names = implementations.stream().map(RsaImplementation::name).toArray(String[]::new);
    Samples samples =
        new JmhRounds(
                SignatureBenchmark.class,
                round -> round.with("keys", keys).with(PARAMETER, names),
                result -> JmhRound.method(result) + " " + result.getParams().getParam(PARAMETER))
            .run(workshop, Subject.SIGNATURES);
    return table(samples, "sign", "Made", Aim.atLeast(0.90), Openssl.SIGNS)
        + "\n"
        + table(samples, "verify", "Verified", Aim.atLeast(0.80), Openssl.VERIFIES);
  }

  private Table table(Samples samples, String work, String head, Aim aim, String limit) {
    Table table =
        new Table(
            head + " per second by",
            "Paycode",
            "the bare JCA call",
            "Paycode / bare (" + OVER_BARE.words() + ")",
            "Paycode / openssl (the fastest: " + aim.words() + ")");
    implementations.forEach(
        each -> {
          String ours = work + " " + each.name();
          String bare = work + "Bare " + each.name();
          table.row(
              each.words(),
              samples.rate(ours),
              samples.rate(bare),
              samples.quotient(ours, bare, OVER_BARE),
              samples.quotient(ours, limit, isFastest(each) ? aim : Aim.NONE));
        });
    return table.row("`openssl speed rsa2048`", "", samples.rate(limit), "", "");
  }

  private boolean isFastest(RsaImplementation each) {
    return each == implementations.get(0);
  }
}
