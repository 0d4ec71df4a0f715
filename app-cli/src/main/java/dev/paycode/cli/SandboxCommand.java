package dev.paycode.cli;

import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the sandbox alone, for clients in other processes. */
@Command(
    name = "sandbox",
    description = {
      "Run a stand-in for Alipay+ on the loopback address until interrupted.",
      "Its codes pay for nothing. Customers whose ID begins with sandbox- get scripted answers."
    },
    footer = {
      "  paycode sandbox --port 18080 --keys /tmp/keys",
      "  paycode get --config /tmp/keys/client.properties"
    })
final class SandboxCommand extends CommonOptions implements Callable<Integer> {

  private static final Duration A_DAY = Duration.ofDays(1);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on, 0 for any free one. Default: 18080")
  private int port = 18080;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Where to write keys and client.properties. Default: sandbox-keys")
  private Path keys = Path.of("sandbox-keys");

  @Option(
      names = "--tls",
      description = {
        "Speak HTTPS, with a certificate by a fresh issuer, which is written beside the keys as ca.pem."
      })
  private boolean tls;

  @Option(
      names = "--customers",
      description = "List the customers with scripted answers, and start nothing.")
  private boolean listing;

  @Mixin private Output output;

  private final TimeAndChance time;
  private final RandomGenerator digits;
  private final Provider<SandboxKeys> sandboxKeys;

  @Inject
  SandboxCommand(
      Output output,
      TimeAndChance time,
      RandomGenerator digits,
      Provider<SandboxKeys> sandboxKeys) {
    this.output = output;
    this.time = time;
    this.digits = digits;
    this.sandboxKeys = sandboxKeys;
  }

  @Override
  public Integer call() {
    return listing ? list() : run();
  }

  private int list() {
    output.print(CustomersReport.ofAll());
    return ExitCode.OBTAINED;
  }

  private int run() {
    try (Sandbox sandbox = Sessions.start(options())) {
      output.print(SandboxReport.of(sandbox, written(sandbox)));
      output.flush();
      while (true) {
        time.sleeper().sleep(A_DAY);
      }
    } catch (InterruptedException interrupted) {
      return ExitCode.INTERRUPTED;
    }
  }

  private SandboxOptions options() {
    try {
      SandboxOptions plain =
          SandboxOptions.of(sandboxKeys.get(), time.clock(), digits).onPort(port);
      return tls ? plain.withTls(SandboxTls.generate()) : plain;
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()), "Correct the option --port.", refused);
    }
  }

  private Path written(Sandbox sandbox) {
    try {
      return sandbox.writeClientFiles(keys);
    } catch (FileAlreadyExistsException held) {
      throw Failure.misconfigured(
          "'" + held.getFile() + "' was not written by the sandbox, and is not overwritten",
          "Name with --keys another directory, such as one that does not exist yet.",
          held);
    } catch (IOException | UnsupportedOperationException failure) {
      throw Failure.misconfigured(
          "the client's files cannot be written into '" + keys + "'",
          "Name with --keys a directory on a POSIX file system that you may write to.",
          failure);
    }
  }
}
