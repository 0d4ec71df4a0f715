package dev.paycode.docs;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.Presentation;
import dev.paycode.code.ValidityWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The schedule alone, in a system that gets and keeps codes by itself. */
final class OwnSchedule {

  private OwnSchedule() {}

  static Optional<String> whatToShow(Instant now) {
    CodeSchedule schedule =
        CodeSchedule.of(
            List.of(
                IssuedCode.of(
                    PaymentCode.parse("281006020000000000125733"),
                    ValidityWindow.between(
                        Instant.parse("2024-06-01T04:00:00Z"),
                        Instant.parse("2024-06-01T04:01:00Z"))),
                IssuedCode.of(
                    PaymentCode.parse("281006020000000000125741"),
                    ValidityWindow.between(
                        Instant.parse("2024-06-01T04:00:30Z"),
                        Instant.parse("2024-06-01T04:01:30Z")))));

    Optional<Presentation> shown = schedule.presentableAt(now, Duration.ofSeconds(5));
    return shown.map(presentation -> presentation.code().reveal());
  }
}
