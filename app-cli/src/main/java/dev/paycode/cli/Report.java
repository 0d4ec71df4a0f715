package dev.paycode.cli;

/** A result of a command: its record components are the fields of its JSON. */
interface Report {

  /** The result for people, each line ended. */
  String text();
}
