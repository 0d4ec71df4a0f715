package dev.paycode.cli;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script with which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Print a script with which the shell completes commands, options and values.",
    footer = {
      "  source <(paycode completion bash)",
      // Doubled, or it would be taken for a variable of the help.
      "  paycode completion zsh > \"$${fpath[1]}/_paycode\""
    })
final class CompletionCommand extends CommonOptions implements Callable<Integer> {

  /** Shells that can be told. */
  enum Shell {
    BASH {
      @Override
      String script(String bash) {
        return bash;
      }
    },
    /** Runs what is written for Bash. */
    ZSH {
      @Override
      String script(String bash) {
        return "#compdef paycode"
            + System.lineSeparator()
            + "autoload -U +X bashcompinit && bashcompinit"
            + System.lineSeparator()
            + bash;
      }
    };

    abstract String script(String bash);

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Streams streams;

  @Inject
  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String bash = AutoComplete.bash("paycode", spec.root().commandLine());
    streams.out().print(shell.script(bash));
    return ExitCode.OBTAINED;
  }
}
