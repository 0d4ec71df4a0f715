package dev.paycode.cli;

import dev.paycode.code.PaymentCode;
import dev.paycode.port.in.Showing;
import java.time.Instant;
import java.util.List;

/** A code in its frame. */
final class CodeScene implements Scene {

  private final CodeFrame frame;
  private final Showing.Code showing;
  private final LastAttempt lastAttempt;

  CodeScene(CodeFrame frame, Showing.Code showing, LastAttempt lastAttempt) {
    this.frame = frame;
    this.showing = showing;
    this.lastAttempt = lastAttempt;
  }

  @Override
  public List<String> lines(Instant now, Look look) {
    PaymentCode code = showing.presentation().code();
    String digits = look.revealed() ? code.reveal() : code.toString();
    return (look.swapped() ? frame.swapped() : frame)
        .lines(
            new ShownCode(showing.presentation(), showing.clock(), digits, lastAttempt.gist()),
            now,
            look.viewport());
  }
}
