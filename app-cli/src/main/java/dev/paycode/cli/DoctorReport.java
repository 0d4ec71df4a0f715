package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code paycode doctor} found.
 *
 * @param checks what each check found, in the order in which they were made
 * @param provider the name of the provider that signs and verifies
 * @param exitCode the command's: that of the worst finding
 */
@JsonPropertyOrder({"checks", "provider", "exitCode"})
record DoctorReport(List<Finding> checks, String provider, int exitCode) implements Report {

  /** Of the exit codes that a finding may have, the highest asks for the most work. */
  static DoctorReport of(List<Finding> checks, String provider) {
    return new DoctorReport(
        List.copyOf(checks),
        provider,
        checks.stream().mapToInt(Finding::exitCode).max().orElse(ExitCode.OBTAINED));
  }

  @Override
  public String text() {
    return Lines.of(Stream.concat(checks.stream().flatMap(Finding::lines), Stream.of(summary())));
  }

  private String summary() {
    long notOk = count(Finding.State.NOT_OK);
    long notTried = count(Finding.State.NOT_TRIED);
    if (notOk > 0) {
      return notOk + (" of " + checks.size() + " checks not ok, ") + (notTried + " not tried.");
    }
    return notTried == 0
        ? "All " + checks.size() + " checks are ok."
        : (checks.size() - notTried) + " checks are ok, " + notTried + " could not be made.";
  }

  private long count(Finding.State state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }
}
