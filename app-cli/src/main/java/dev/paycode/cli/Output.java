package dev.paycode.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.Option;

/** How a command hands over its result: as text or as JSON. */
final class Output {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json: one object on one line, as docs/schema says. Default: text")
  private Format format = Format.TEXT;

  private final Streams streams;

  @Inject
  Output(Streams streams) {
    this.streams = streams;
  }

  /** Whether a program reads it, and so nothing is drawn. */
  boolean isForPrograms() {
    return format == Format.JSON;
  }

  void print(Report report) {
    streams.out().print(format.print(report));
  }

  /** Hands it over now, for a command that goes on. */
  void flush() {
    streams.out().flush();
  }

  /** Tells on stderr what is no part of the result. */
  void detail(String words) {
    streams.err().println(words);
  }

  /** Adds words for people. */
  void remark(String words) {
    streams.out().print(format.remark(words));
  }
}
