package dev.paycode.cli;

import dev.paycode.handling.Cause;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaVerifier;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies a body, and finds out why it does not verify. */
@Command(
    name = "verify",
    customSynopsis = "paycode verify [OPTIONS] --time=TEXT --signature=TEXT BODY",
    description = {
      "Verify a body as a response, and show the exact text that was to be signed.",
      "If it does not verify, the usual causes are tried one by one, and those that explain it named."
    },
    footer = {
      "  paycode verify body.json --config client.properties \\",
      "      --time 2024-06-01T12:00:00Z --signature 'algorithm=RSA256, …'"
    })
final class VerifyCommand extends CommonOptions implements Callable<Integer> {

  private static final Verdict MALFORMED = new Verdict.Distrusted(Cause.SIGNATURE_MALFORMED);

  @Mixin private MessageOptions message = new MessageOptions();
  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  @Option(
      names = "--time",
      paramLabel = "TEXT",
      required = true,
      description = "The header Response-Time, exactly as received.")
  private String time = "";

  @Option(
      names = "--signature",
      paramLabel = "TEXT",
      required = true,
      description = "The header Signature, exactly as received.")
  private String signature = "";

  private final Supplier<InputStream> stdin;

  @Inject
  VerifyCommand(GatewayOptions options, Output output, Supplier<InputStream> stdin) {
    this.output = output;
    this.options =
        options.only(
            Setting.CLIENT_ID, Setting.ALIPAY_PUBLIC_KEY, Setting.PRIVATE_KEY, Setting.PASSWORD);
    this.stdin = stdin;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    Message received = message.message(settings, time, stdin);
    RsaVerifier alipayPlus = RsaVerifier.read(settings.requireFile(Setting.ALIPAY_PUBLIC_KEY));
    Optional<RsaVerifier> own = own(settings);
    SignedText text = SignedText.of(received.content());
    Verdict verdict = verdict(alipayPlus, received);
    Optional<Verdict.Verified> verified =
        Optional.of(verdict)
            .filter(Verdict.Verified.class::isInstance)
            .map(Verdict.Verified.class::cast);
    List<String> causes =
        verified.isPresent()
            ? List.of()
            : new LikelyCauses(received, signature, alipayPlus, own).found();
    output.print(
        new VerificationReport(
            message.isRevealed() ? text.inFull() : text.masked(),
            text.sha256(),
            verified.isPresent(),
            verified.map(it -> it.keyVersion().toString()).orElse(null),
            alipayPlus.provider(),
            causes));
    if (isVerbose()) {
      output.detail("The provider " + alipayPlus.provider() + " verified.");
    }
    if (verified.isEmpty()) {
      throw distrusted(causes, verdict);
    }
    return ExitCode.OBTAINED;
  }

  private Verdict verdict(RsaVerifier verifier, Message received) {
    return SignatureHeader.parse(signature)
        .map(header -> verifier.verify(received.content(), header))
        .orElse(MALFORMED);
  }

  private static Optional<RsaVerifier> own(Settings settings) {
    return settings
        .findFile(Setting.PRIVATE_KEY)
        .flatMap(file -> RsaKeys.publicHalf(settings.privateKey()))
        .map(RsaVerifier::of);
  }

  private static Failure distrusted(List<String> causes, Verdict verdict) {
    if (causes.isEmpty() && verdict.equals(MALFORMED)) {
      return Failure.untrusted(
          "the header Signature cannot be read",
          "Give it exactly as received, such as 'algorithm=RSA256, keyVersion=1, signature=…' with"
              + " URL-encoded Base64.");
    }
    return Failure.untrusted(
        "the signature does not verify",
        causes.isEmpty()
            ? "None of the usual causes explains it: compare the text above with what was received,"
                + " and the key with the one for this environment in the developer console."
            : "With one change it does: see the likely cause above.");
  }
}
