package dev.paycode.cli;

import dev.paycode.result.ResultCode;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains the words that commands and Alipay+ end with. */
@Command(
    name = "explain",
    description = {
      "Explain a result code, status, outcome, cause or exit code: what it means and what to do.",
      "Without CODE, list them all. Upper and lower case are the same."
    },
    footer = {
      "  paycode explain PROCESS_FAIL",
      "  paycode explain signature_wrong",
      "  paycode get || paycode explain $?"
    })
final class ExplainCommand extends CommonOptions implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "What to explain.")
  private Optional<String> code = Optional.empty();

  @Mixin private Output output;

  @Inject
  ExplainCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output.print(code.map(String::strip).map(this::explained).orElseGet(GlossaryReport::ofAll));
    return ExitCode.OBTAINED;
  }

  private Report explained(String word) {
    return Glossary.find(word).orElseGet(() -> unknown(word));
  }

  private Explanation unknown(String word) {
    Optional<String> meant =
        Nearest.to(word, Glossary.all().map(Explanation::name).filter(it -> word.length() > 1));
    if (meant.isPresent() || !word.matches("[A-Za-z][A-Za-z0-9_.-]{2,63}")) {
      throw Failure.invalid(
          "'" + Discretion.anything(word) + "' is nothing that paycode could explain",
          meant.map(name -> "Did you mean " + name + "? ").orElse("")
              + "'paycode explain' lists all there is.");
    }
    return Glossary.unlisted(ResultCode.parse(word));
  }
}
