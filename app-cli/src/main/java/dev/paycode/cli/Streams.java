package dev.paycode.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the command writes: results to one stream, what went wrong to the other. Always UTF-8,
 * since the codes are drawn with characters that other encodings lack.
 *
 * @param out results
 * @param err errors and what to do about them
 * @param isErrTerminal whether somebody looks on while the latter is written
 * @param failure why results could not be written, if that is so
 */
record Streams(
    PrintStream out,
    PrintStream err,
    boolean isErrTerminal,
    Supplier<Optional<IOException>> failure) {

  /** Streams that nobody looks on and that never fail. */
  Streams(PrintStream out, PrintStream err) {
    this(out, err, false, Optional::empty);
  }

  /** The streams of this process. */
  static Streams ofTheProcess() {
    Results results = new Results(new FileOutputStream(FileDescriptor.out));
    return new Streams(
        utf8(results),
        utf8(new FileOutputStream(FileDescriptor.err)),
        // Java cannot tell; the launcher can.
        "on".equals(System.getProperty("paycode.progress")),
        results::failure);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
