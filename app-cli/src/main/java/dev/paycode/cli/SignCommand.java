package dev.paycode.cli;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.MessageTime;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaSigner;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.PrivateKey;
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
    description = "Sign a body as a request, and show the exact text signed and its headers.")
final class SignCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private MessageOptions message = new MessageOptions();
  @Mixin private PasswordOptions password = new PasswordOptions();

  @Option(
      names = "--time",
      paramLabel = "TEXT",
      description = "The header Request-Time. Default: now, such as 2024-06-01T12:00:00+00:00")
  private Optional<String> time = Optional.empty();

  private final Streams streams;
  private final PasswordPrompt prompt;
  private final InstantSource clock;
  private final Supplier<InputStream> stdin;

  @Inject
  SignCommand(
      Streams streams, PasswordPrompt prompt, InstantSource clock, Supplier<InputStream> stdin) {
    this.streams = streams;
    this.prompt = prompt;
    this.clock = clock;
    this.stdin = stdin;
  }

  @Option(
      names = "--key-version",
      paramLabel = "N",
      description = "The version of the wallet's key. Default: 1")
  void keyVersion(String text) {
    message.put(Setting.KEY_VERSION, text);
  }

  @Override
  public Integer call() {
    GivenSettings settings = message.settings();
    KeyVersion version =
        settings.find(Setting.KEY_VERSION, KeyVersion::parse).orElse(KeyVersion.FIRST);
    Message given = message.message(time.orElseGet(this::now), stdin);
    RsaSigner signer = RsaSigner.of(key(settings.require(Setting.PRIVATE_KEY, Path::of)), version);
    SignedText text = SignedText.of(given.content());
    PrintStream out = streams.out();
    out.print(message.isRevealed() ? text.inFull() : text.masked());
    out.println("Client-Id: " + given.clientId());
    out.println("Request-Time: " + given.time());
    out.println("Signature: " + signer.sign(given.content()).print());
    return ExitCode.OBTAINED;
  }

  private PrivateKey key(Path file) {
    return password
        .existing(prompt)
        .map(secret -> RsaKeys.readPrivate(file, secret))
        .orElseGet(() -> RsaKeys.readPrivate(file));
  }

  private String now() {
    return MessageTime.print(clock.instant(), ZoneOffset.UTC);
  }
}
