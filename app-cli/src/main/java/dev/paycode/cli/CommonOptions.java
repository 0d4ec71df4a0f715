package dev.paycode.cli;

import dev.paycode.port.out.HandlingListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command understands, and the exit codes its help lists. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:obtained",
      "1:fault of this program",
      "2:wrong usage or invalid input",
      "3:refused by Alipay+ (F)",
      "4:gave up: unknown (U) or no result after retries",
      "5:untrusted reply",
      "6:misconfigured",
      "130:interrupted"
    })
abstract class CommonOptions {

  @Option(
      names = "--verbose",
      description = "Tell of each attempt on stderr, and show the stack trace of an error.")
  private boolean verbose;

  /** Whom to tell of attempts: stderr if the user wants to know, else nobody. */
  final HandlingListener listener(AttemptLog attempts) {
    return verbose ? attempts : HandlingListener.silent();
  }
}
