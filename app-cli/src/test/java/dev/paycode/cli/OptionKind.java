package dev.paycode.cli;

import static dev.paycode.cli.AnyValue.BELL;
import static dev.paycode.cli.AnyValue.BLANK;
import static dev.paycode.cli.AnyValue.DECIMAL;
import static dev.paycode.cli.AnyValue.DIRECTORY;
import static dev.paycode.cli.AnyValue.EMPTY;
import static dev.paycode.cli.AnyValue.LINE_END;
import static dev.paycode.cli.AnyValue.LONG;
import static dev.paycode.cli.AnyValue.LONG_NAME;
import static dev.paycode.cli.AnyValue.MISSING;
import static dev.paycode.cli.AnyValue.NEGATIVE;
import static dev.paycode.cli.AnyValue.NON_ASCII;
import static dev.paycode.cli.AnyValue.NOT_UTF8;
import static dev.paycode.cli.AnyValue.NUL;
import static dev.paycode.cli.AnyValue.OVERFLOW;
import static dev.paycode.cli.AnyValue.URL;
import static dev.paycode.cli.AnyValue.ZERO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an option or argument takes, and so which values are wrong for it.
 *
 * @param names of the options, and the labels of the arguments
 * @param wrong what is refused
 */
record OptionKind(Set<String> names, Set<AnyValue> wrong) {

  private static final List<OptionKind> ALL =
      List.of(
          new OptionKind("--customer --device", wrong(EMPTY, BLANK, NUL, BELL, LINE_END, LONG)),
          new OptionKind("--quantity --bits", all()),
          new OptionKind("--port", allBut(ZERO)),
          new OptionKind("--region", all()),
          new OptionKind("--format STEP SHELL", all()),
          new OptionKind("--connection-reuse", allBut(EMPTY, BLANK)),
          new OptionKind(
              "CODE",
              wrong(
                  EMPTY, BLANK, NEGATIVE, DECIMAL, OVERFLOW, NON_ASCII, NUL, BELL, LINE_END, LONG)),
          new OptionKind("--ending", all()),
          new OptionKind("--gateway", all()),
          new OptionKind(
              "--allowed-hosts", wrong(URL, NON_ASCII, NUL, BELL, LINE_END, DIRECTORY, MISSING)),
          new OptionKind("--client-id", wrong(EMPTY, BLANK, NON_ASCII, NUL, BELL, LINE_END, LONG)),
          new OptionKind(
              "--key-version", wrong(NEGATIVE, DECIMAL, URL, NON_ASCII, NUL, BELL, LINE_END, LONG)),
          new OptionKind("--proxy", allBut(EMPTY, BLANK)),
          new OptionKind("--proxy-user", wrong(URL)),
          new OptionKind("--store", allBut(EMPTY, BLANK)),
          new OptionKind(
              "--time --path", wrong(EMPTY, BLANK, NON_ASCII, NUL, BELL, LINE_END, LONG)),

          // Read as text or as a key.
          new OptionKind(
              "--private-key --alipay-public-key --headers --trust-store --client-certificate"
                  + " --agent-token-file --store-keys --config FILE",
              wrong(DIRECTORY, MISSING, NOT_UTF8, NUL, LONG, LONG_NAME)),
          // Its first line is a secret, which may be any bytes.
          new OptionKind(
              "--password-file --client-certificate-password-file --proxy-password-file"
                  + " --store-password-file",
              wrong(DIRECTORY, MISSING, NUL, LONG, LONG_NAME)),
          new OptionKind("BODY", wrong(EMPTY, BLANK, DIRECTORY, MISSING, NUL, LONG, LONG_NAME)),
          new OptionKind(
              "--png --svg", wrong(EMPTY, BLANK, DIRECTORY, MISSING, NUL, LONG, LONG_NAME)),
          new OptionKind("--log", wrong(DIRECTORY, MISSING, NUL, LONG, LONG_NAME)),
          new OptionKind("--keys --out", wrong(EMPTY, BLANK, NOT_UTF8, NUL, LONG, LONG_NAME)),

          // Nothing is wrong: it is said whether it fits, or the store says so.
          new OptionKind("--signature --store-user", EnumSet.noneOf(AnyValue.class)));

  private OptionKind(String names, Set<AnyValue> wrong) {
    this(Set.of(names.split(" ", -1)), wrong);
  }

  private static Set<AnyValue> all() {
    return EnumSet.allOf(AnyValue.class);
  }

  private static Set<AnyValue> allBut(AnyValue... right) {
    Set<AnyValue> wrong = all();
    wrong.removeAll(Arrays.asList(right));
    return wrong;
  }

  private static Set<AnyValue> wrong(AnyValue... values) {
    Set<AnyValue> wrong = EnumSet.noneOf(AnyValue.class);
    wrong.addAll(Arrays.asList(values));
    return wrong;
  }

  /** The kind of the option, or of the argument with this label. */
  static Optional<OptionKind> of(String name) {
    return ALL.stream().filter(kind -> kind.names.contains(name)).findAny();
  }
}
