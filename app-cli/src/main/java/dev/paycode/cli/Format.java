package dev.paycode.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How {@code get} prints what it got. */
enum Format {
  /** For people: one line per code under a heading; nothing where there is no code. */
  TABLE {
    @Override
    String print(CodeReport report) {
      return report.codes().isEmpty()
          ? ""
          : Stream.concat(Stream.of(HEADING), report.codes().stream())
              .map(Format::row)
              .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    @Override
    String remark(String words) {
      return words + System.lineSeparator();
    }
  },
  /** For programs: one JSON object on one line. */
  JSON {
    @Override
    String print(CodeReport report) {
      return JsonMapper.shared().writeValueAsString(report) + System.lineSeparator();
    }

    @Override
    String remark(String words) {
      return "";
    }
  };

  private static final CodeReport.Entry HEADING =
      new CodeReport.Entry("payment code", "valid from", "valid until");

  abstract String print(CodeReport report);

  /** Words for people, as they follow the codes. */
  abstract String remark(String words);

  private static String row(CodeReport.Entry entry) {
    return String.format(
        "%-32s  %-30s  %s",
        entry.paymentCode(), entry.codeValidityStartTime(), entry.codeExpiryTime());
  }
}
