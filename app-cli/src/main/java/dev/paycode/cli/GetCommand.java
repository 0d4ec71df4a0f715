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
@Command(name = "get", description = "Ask for payment codes once and print them, digits masked.")
final class GetCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private GatewayOptions gateway = new GatewayOptions();

  @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table")
  private Format format = Format.TABLE;

  @Option(
      names = "--reveal",
      description = "Print the digits in full: whoever reads them can spend with them.")
  private boolean reveal;

  private final Sessions sessions;
  private final Streams streams;
  private final AttemptLog attempts;
  private final OutcomeReport outcomes;

  @Inject
  GetCommand(Sessions sessions, Streams streams, AttemptLog attempts, OutcomeReport outcomes) {
    this.sessions = sessions;
    this.streams = streams;
    this.attempts = attempts;
    this.outcomes = outcomes;
  }

  @Override
  public Integer call() {
    try (Session session = sessions.open(gateway.settings(), listener(attempts))) {
      Outcome outcome = session.obtain(request.asking(CodeQuantity.ONE));
      streams.out().print(format.print(CodeReport.of(outcome, codes(outcome), digits())));
      if (session.isSandbox() && outcome.kind() == Outcome.Kind.OBTAINED) {
        streams.out().print(format.remark(CodeFrame.SANDBOX));
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
