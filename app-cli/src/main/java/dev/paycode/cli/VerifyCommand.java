package dev.paycode.cli;

import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaVerifier;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.PrintStream;
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
    description = {
      "Verify a body as a response, and show the exact text that was to be signed.",
      "If it does not verify, the usual causes are tried one by one, and those that explain it named."
    },
    footer = {
      "  paycode verify body.json --config client.properties \\",
      "      --time 2024-06-01T12:00:00Z --signature 'algorithm=RSA256, …'"
    })
final class VerifyCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private MessageOptions message = new MessageOptions();
  @Mixin private GatewayOptions options;

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

  private final Streams streams;
  private final Supplier<InputStream> stdin;

  @Inject
  VerifyCommand(Streams streams, GatewayOptions options, Supplier<InputStream> stdin) {
    this.streams = streams;
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
    show(received);
    return SignatureHeader.parse(signature)
        .map(header -> alipayPlus.verify(received.content(), header))
        .filter(Verdict.Verified.class::isInstance)
        .map(Verdict.Verified.class::cast)
        .map(this::verified)
        .orElseThrow(
            () -> distrusted(new LikelyCauses(received, signature, alipayPlus, own).found()));
  }

  private static Optional<RsaVerifier> own(Settings settings) {
    return settings
        .findFile(Setting.PRIVATE_KEY)
        .flatMap(file -> RsaKeys.publicHalf(settings.privateKey()))
        .map(RsaVerifier::of);
  }

  private void show(Message received) {
    SignedText text = SignedText.of(received.content());
    streams.out().print(message.isRevealed() ? text.inFull() : text.masked());
  }

  private int verified(Verdict.Verified verdict) {
    streams.out().println("Verified, key version " + verdict.keyVersion() + ".");
    return ExitCode.OBTAINED;
  }

  private Failure distrusted(List<String> causes) {
    PrintStream out = streams.out();
    causes.forEach(cause -> out.println("Likely cause: " + cause));
    return Failure.untrusted(
        "the signature does not verify",
        causes.isEmpty()
            ? "None of the usual causes explains it: compare the text above with what was received,"
                + " and the key with the one for this environment in the developer console."
            : "With one change it does: see the likely cause above.");
  }
}
