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
    abbreviateSynopsis = true,
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    exitCodeListHeading = "%nExit codes:%n")
abstract class CommonOptions {

  @Option(
      names = "--verbose",
      description =
          "Tell more on stderr: of each attempt, of the provider that signs, and an error's stack"
              + " trace.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Print results and errors only: no remark, no progress.")
  private boolean quiet;

  /** Whether the user wants to be told more than results and errors. */
  final boolean isVerbose() {
    return verbose;
  }

  /** Whether nobody wants to be told more than results and errors. */
  final boolean isQuiet() {
    return quiet;
  }

  /** Whom to tell of attempts: stderr if the user wants to know or looks on, else nobody. */
  final HandlingListener listener(AttemptLog attempts) {
    if (verbose) {
      return attempts;
    }
    return quiet ? HandlingListener.silent() : attempts.progress();
  }
}
