package dev.paycode.cli;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.handling.Outcome;
import dev.paycode.request.CodeQuantity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for codes once and prints them. */
@Command(
    name = "get",
    description = "Ask for payment codes once and print them, digits masked.",
    footer = {
      "  paycode get",
      "  paycode get --config client.properties --region JP --quantity 10",
      "  paycode get --format json --reveal | jq -r '.codes[0].paymentCode'"
    })
final class GetCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private GatewayOptions gateway;
  @Mixin private Output output;

  @Option(
      names = "--reveal",
      description = "Print the digits in full: whoever reads them can spend with them.")
  private boolean reveal;

  private final Sessions sessions;
  private final AttemptLog attempts;
  private final OutcomeReport outcomes;

  @Inject
  GetCommand(
      GatewayOptions gateway,
      Sessions sessions,
      Output output,
      AttemptLog attempts,
      OutcomeReport outcomes) {
    this.gateway = gateway;
    this.sessions = sessions;
    this.output = output;
    this.attempts = attempts;
    this.outcomes = outcomes;
  }

  @Override
  public Integer call() {
    try (Session session = sessions.openWithoutStore(gateway.settings(), listener(attempts))) {
      Outcome outcome = session.obtain(request.asking(CodeQuantity.ONE));
      output.print(CodeReport.of(outcome, codes(outcome), digits()));
      if (session.isSandbox() && outcome.kind() == Outcome.Kind.OBTAINED && !isQuiet()) {
        output.remark(CodeFrame.SANDBOX);
      }
      return outcome.fold(outcomes);
    }
  }

  private static List<IssuedCode> codes(Outcome outcome) {
    return outcome instanceof Outcome.Obtained obtained ? obtained.codes() : List.of();
  }

  private Function<PaymentCode, String> digits() {
    return reveal ? PaymentCode::reveal : PaymentCode::toString;
  }
}
