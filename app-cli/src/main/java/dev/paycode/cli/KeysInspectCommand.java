package dev.paycode.cli;

import dev.paycode.signing.KeyFacts;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what a key file holds. */
@Command(
    name = "inspect",
    description = {
      "Tell kind, length, public exponent and fingerprint of a key; of two, whether they are a pair.",
      "The fingerprint is SHA-256 of the public key as X.509 DER; both halves of a pair have the same."
    },
    footer = "  paycode keys inspect keys/mpp-private-key.pem keys/mpp-public-key.pem")
final class KeysInspectCommand extends CommonOptions implements Callable<Integer> {

  @Parameters(arity = "1..2", paramLabel = "FILE", description = "One key file, or two.")
  private List<Path> files = List.of();

  @Mixin private PasswordOptions password = new PasswordOptions();

  private final Streams streams;
  private final PasswordPrompt prompt;

  @Inject
  KeysInspectCommand(Streams streams, PasswordPrompt prompt) {
    this.streams = streams;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    Optional<char[]> secret = password.existing(prompt);
    List<KeyFacts> facts = files.stream().map(file -> told(file, secret)).toList();
    if (facts.size() > 1) {
      requirePair(facts.get(0), facts.get(1));
      streams.out().println("The two are a pair.");
    }
    return ExitCode.OBTAINED;
  }

  private KeyFacts told(Path file, Optional<char[]> secret) {
    KeyFacts facts =
        secret.map(given -> KeyFacts.read(file, given)).orElseGet(() -> KeyFacts.read(file));
    streams.out().println(file + ": " + facts.kind());
    streams.out().println("  RSA, " + facts.bits() + " bits, exponent " + facts.publicExponent());
    streams.out().println("  SHA-256 " + facts.fingerprint());
    return facts;
  }

  private static void requirePair(KeyFacts first, KeyFacts second) {
    if (!first.isPairWith(second)) {
      throw Failure.misconfigured(
          first.fingerprint().equals(second.fingerprint())
              ? "the two are no pair: they are the same half of one"
              : "the two are no pair: they belong to different ones",
          "Compare the fingerprints above with those of the files you meant.");
    }
  }
}
