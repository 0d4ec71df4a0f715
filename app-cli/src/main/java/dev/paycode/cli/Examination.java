package dev.paycode.cli;

import dev.paycode.signing.UnusableKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks one after the other; those that cannot work after what was found are not tried. */
final class Examination {

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Makes the check, if those that it needs are ok.
   *
   * @param needed names of earlier checks
   */
  void make(String name, Check check, String... needed) throws InterruptedException {
    String failed = Stream.of(needed).filter(other -> !isOk(other)).findFirst().orElse("");
    findings.add(failed.isEmpty() ? made(name, check) : Finding.notTried(name, failed));
  }

  /** Tells why a check cannot be made. */
  void leaveOut(String name, String sentence) {
    findings.add(Finding.leftOut(name, sentence));
  }

  private boolean isOk(String check) {
    return findings.stream().anyMatch(finding -> finding.check().equals(check) && finding.isOk());
  }

  private static Finding made(String name, Check check) throws InterruptedException {
    try {
      return Finding.ok(name, check.examine());
    } catch (Failure failure) {
      return Finding.notOk(name, failure);
    } catch (UnusableKeyException unusable) {
      return Finding.notOk(name, ErrorLines.failure(unusable));
    }
  }

  /**
   * @param provider the name of the provider that signs and verifies
   */
  DoctorReport report(String provider) {
    return DoctorReport.of(findings, provider);
  }
}
