package dev.paycode.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the command writes: results to one stream, what went wrong to the other. Always UTF-8,
 * since the codes are drawn with characters that other encodings lack.
 *
 * @param out results
 * @param err errors and what to do about them
 * @param isErrTerminal whether somebody looks on while the latter is written
 */
record Streams(PrintStream out, PrintStream err, boolean isErrTerminal) {

  /** Streams that nobody looks on. */
  Streams(PrintStream out, PrintStream err) {
    this(out, err, false);
  }

  /** The streams of this process. */
  static Streams ofTheProcess() {
    return new Streams(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        // Java cannot tell; the launcher can.
        "on".equals(System.getProperty("paycode.progress")));
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
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
