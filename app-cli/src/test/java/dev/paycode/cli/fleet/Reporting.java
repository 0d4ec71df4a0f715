package dev.paycode.cli.fleet;

import dev.paycode.code.PaymentCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes reports, each at once and as a whole: what is reported before a process is killed arrives.
 */
final class Reporting {

  private final OutputStream out;

  private Reporting(OutputStream out) {
    this.out = out;
  }

  static Reporting toStdout() {
    return new Reporting(new FileOutputStream(FileDescriptor.out));
  }

  void tell(Report.Kind kind) {
    begin(kind, "-");
  }

  /** Tells that something begins, and when. */
  Instant begin(Report.Kind kind, String customer) {
    Instant now = Report.now();
    write(kind, now, customer, Optional.empty());
    return now;
  }

  /** Tells that something that began then has ended. */
  Report tell(Report.Kind kind, Instant begun, String customer) {
    return write(kind, begun, customer, Optional.empty());
  }

  /** As {@link #tell(Report.Kind, Instant, String)}, and with which code. */
  Report tell(Report.Kind kind, Instant begun, String customer, PaymentCode code) {
    return write(kind, begun, customer, Optional.of(code));
  }

  private synchronized Report write(
      Report.Kind kind, Instant begun, String customer, Optional<PaymentCode> code) {
    String thread = Thread.currentThread().getName();
    Report report = new Report(kind, begun, Report.now(), thread, customer, code);
    try {
      out.write((report.line() + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException parentIsGone) {
      throw new UncheckedIOException(parentIsGone);
    }
    return report;
  }
}
