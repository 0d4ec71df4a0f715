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
  @Mixin private Output output;

  private final PasswordPrompt prompt;

  @Inject
  KeysInspectCommand(Output output, PasswordPrompt prompt) {
    this.output = output;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    Optional<char[]> secret = password.existing(prompt);
    List<KeyFacts> facts = files.stream().map(file -> read(file, secret)).toList();
    output.print(KeysReport.of(files, facts));
    if (facts.size() > 1) {
      requirePair(facts.get(0), facts.get(1));
    }
    return ExitCode.OBTAINED;
  }

  private static KeyFacts read(Path file, Optional<char[]> secret) {
    return secret.map(given -> KeyFacts.read(file, given)).orElseGet(() -> KeyFacts.read(file));
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
