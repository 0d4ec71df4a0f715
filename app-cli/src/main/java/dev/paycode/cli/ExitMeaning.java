package dev.paycode.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each exit code means, and what to do about it. */
enum ExitMeaning {
  OBTAINED(ExitCode.OBTAINED, "obtained", "Show the code, or use whatever else was asked for."),
  FAULT(
      ExitCode.FAULT,
      "fault of this program",
      "Run the same command again with --verbose and report what it prints."),
  INVALID(
      ExitCode.INVALID,
      "wrong usage or invalid input",
      "Mend the option, variable or file that the message names."),
  REFUSED(
      ExitCode.REFUSED,
      "refused by Alipay+ (F)",
      "Act by the result code; sending the same request again does not help."),
  GAVE_UP(
      ExitCode.GAVE_UP,
      "gave up: unknown (U) or no result after retries",
      "Try again later; the message names the last cause."),
  UNTRUSTED(
      ExitCode.UNTRUSTED,
      "untrusted reply",
      "Find out who answered: a proxy, another key, an attacker."),
  MISCONFIGURED(ExitCode.MISCONFIGURED, "misconfigured", "Mend the set-up that the message names."),
  HUNG_UP(ExitCode.HUNG_UP, "terminal closed (SIGHUP)", "Nothing; it was meant."),
  INTERRUPTED(ExitCode.INTERRUPTED, "interrupted", "Nothing; it was meant."),
  PIPE_CLOSED(
      ExitCode.PIPE_CLOSED,
      "whoever read the output has ended",
      "Nothing, if that was meant, as with head; codes that were not read are lost."),
  TERMINATED(ExitCode.TERMINATED, "terminated (SIGTERM)", "Nothing; it was meant.");

  private final int code;
  private final String meaning;
  private final String advice;

  ExitMeaning(int code, String meaning, String advice) {
    this.code = code;
    this.meaning = meaning;
    this.advice = advice;
  }

  static Optional<ExitMeaning> of(int code) {
    return Arrays.stream(values()).filter(it -> it.code == code).findAny();
  }

  /** All of them as the help lists them. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(it -> list.put(String.valueOf(it.code), it.meaning));
    return list;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  String advice() {
    return advice;
  }
}
