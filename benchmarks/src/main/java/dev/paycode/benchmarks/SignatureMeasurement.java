package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/** Signatures per second of one core, by provider, beside the bare call and beside OpenSSL. */
final class SignatureMeasurement implements Measurement {

  private static final String OPENSSL = "openssl";

  private final List<RsaImplementation> implementations = RsaImplementation.usable();
  private final Samples samples = new Samples();

  @Override
  public String tables(Workshop workshop) throws IOException, InterruptedException {
    Path keys = KeyFiles.in(workshop.out());
    for (int round = 1; round <= workshop.effort().rounds(); round++) {
      workshop.tell(Subject.SIGNATURES.toString(), round);
      Openssl.measured(workshop.effort().iterations()).ifPresent(this::add);
      new JmhRound(SignatureBenchmark.class, workshop, "signatures-" + round)
          .with("keys", keys.toString())
          .with(
              "implementation",
              implementations.stream().map(RsaImplementation::name).toArray(String[]::new))
          .run()
          .forEach(this::add);
    }
    return table("sign", "Made", "0.90") + "\n" + table("verify", "Verified", "0.80");
  }

  private void add(Openssl openssl) {
    samples.add("sign " + OPENSSL, openssl.signs());
    samples.add("verify " + OPENSSL, openssl.verifies());
  }

  private void add(RunResult result) {
    samples.add(
        JmhRound.method(result) + " " + result.getParams().getParam("implementation"),
        JmhRound.rate(result));
  }

  private Table table(String work, String head, String aim) {
    Table table =
        new Table(
            head + " per second by",
            "Paycode",
            "the bare JCA call",
            "Paycode / bare (aim ≥ 0.95)",
            "Paycode / openssl (native: aim ≥ " + aim + ")");
    implementations.forEach(
        each -> {
          String ours = work + " " + each.name();
          String bare = work + "Bare " + each.name();
          table.row(
              each.words(),
              rate(ours),
              rate(bare),
              ratio(ours, bare),
              ratio(ours, work + " " + OPENSSL));
        });
    return table.row("`openssl speed rsa2048`", "", rate(work + " " + OPENSSL), "", "");
  }

  private String rate(String what) {
    return words(samples.of(what).map(Spread::whole));
  }

  private String ratio(String what, String to) {
    return words(samples.ratio(what, to).map(Spread::hundredths));
  }

  private static String words(Optional<String> measured) {
    return measured.orElse("not installed here");
  }
}
