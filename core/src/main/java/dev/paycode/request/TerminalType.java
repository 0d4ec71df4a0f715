package dev.paycode.request;

/** The kind of client a user opened the payment code page with (protocol.md §3). */
public enum TerminalType {
  /** A browser on a computer. */
  WEB,
  /** A browser on a phone. */
  WAP,
  /** An app. */
  APP,
  /** A mini program inside an app. */
  MINI_APP
}
