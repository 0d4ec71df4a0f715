package dev.paycode.cli;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.MessageTime;
import dev.paycode.signing.RsaSigner;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a body and shows what was signed. */
@Command(
    name = "sign",
    description = "Sign a body as a request, and show the exact text signed and its headers.",
    footer = "  paycode sign body.json --config client.properties")
final class SignCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private MessageOptions message = new MessageOptions();
  @Mixin private GatewayOptions options;
  @Mixin private Output output;

  @Option(
      names = "--time",
      paramLabel = "TEXT",
      description = "The header Request-Time. Default: now, such as 2024-06-01T12:00:00+00:00")
  private Optional<String> time = Optional.empty();

  private final InstantSource clock;
  private final Supplier<InputStream> stdin;

  @Inject
  SignCommand(
      GatewayOptions options, Output output, InstantSource clock, Supplier<InputStream> stdin) {
    this.output = output;
    this.options =
        options.only(Setting.CLIENT_ID, Setting.PRIVATE_KEY, Setting.PASSWORD, Setting.KEY_VERSION);
    this.clock = clock;
    this.stdin = stdin;
  }

  @Override
  public Integer call() {
    Settings settings = options.settings();
    KeyVersion version =
        settings.find(Setting.KEY_VERSION, KeyVersion::parse).orElse(KeyVersion.FIRST);
    Message given = message.message(settings, time.orElseGet(this::now), stdin);
    RsaSigner signer = RsaSigner.of(settings.privateKey(), version);
    SignedText text = SignedText.of(given.content());
    output.print(
        new SignatureReport(
            message.isRevealed() ? text.inFull() : text.masked(),
            text.sha256(),
            given.clientId().value(),
            given.time(),
            signer.sign(given.content()).print(),
            signer.provider()));
    if (isVerbose()) {
      output.detail("The provider " + signer.provider() + " signed.");
    }
    return ExitCode.OBTAINED;
  }

  private String now() {
    return MessageTime.print(clock.instant(), ZoneOffset.UTC);
  }
}
