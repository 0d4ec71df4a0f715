package dev.paycode.cli;

import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Serves the page that shows codes, until interrupted. */
final class ServedPage {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final TimeAndChance time;
  private final RandomGenerator random;

  @Inject
  ServedPage(TimeAndChance time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /**
   * Hands over the page's address and answers its browser.
   *
   * @throws Failure if it cannot be served
   */
  int serve(Session session, CodeRequest request, LastAttempt lastAttempt, Output output) {
    PageStates states = new PageStates(time.clock(), lastAttempt, session.isSandbox());
    try (CodePage page = CodePage.start(random, () -> session.present(request).fold(states))) {
      output.print(new PageReport(page.address()));
      output.flush();
      while (true) {
        time.sleeper().sleep(A_DAY);
      }
    } catch (InterruptedException interrupted) {
      return ExitCode.INTERRUPTED;
    } catch (IOException failure) {
      throw Failure.misconfigured(
          "the page cannot be served: " + failure.getMessage(),
          "Free a port of the loopback interface.",
          failure);
    }
  }
}
