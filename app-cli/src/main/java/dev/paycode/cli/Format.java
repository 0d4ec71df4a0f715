package dev.paycode.cli;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How a command prints its result. */
enum Format {
  /** For people. */
  TEXT {
    @Override
    String print(Report report) {
      return report.text();
    }

    @Override
    String remark(String words) {
      return words + System.lineSeparator();
    }
  },
  /** For programs: one JSON object on one line. */
  JSON {
    @Override
    String print(Report report) {
      return JsonMapper.shared().writeValueAsString(report) + System.lineSeparator();
    }

    @Override
    String remark(String words) {
      return "";
    }
  };

  abstract String print(Report report);

  /** Words for people, as they follow the result. */
  abstract String remark(String words);

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
