package dev.paycode.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The colours of drawn symbols. Plain text leaves them to whoever shows it, and then reads right as
 * dark ink on a light ground.
 */
enum Paint {
  /** Black on white whatever the terminal's own colours: entries of the fixed 6×6×6 cube. */
  BLACK_ON_WHITE {
    @Override
    List<String> over(List<String> lines) {
      return lines.stream()
          .map(line -> INK + LIGHT_GROUND + withDarkCellsFilled(line) + PLAIN)
          .toList();
    }
  },
  /** Plain text, to be shown dark on light. */
  NONE {
    @Override
    List<String> over(List<String> lines) {
      return lines;
    }

    @Override
    Paint swapped() {
      return SWAPPED;
    }
  },
  /** Plain text, to be shown light on dark. */
  SWAPPED {
    @Override
    List<String> over(List<String> lines) {
      return lines.stream()
          .map(line -> line.chars().mapToObj(Paint::swap).collect(Collectors.joining()))
          .toList();
    }

    @Override
    Paint swapped() {
      return NONE;
    }
  };

  private static final String INK = "\033[38;5;16m";
  private static final String LIGHT_GROUND = "\033[48;5;231m";
  private static final String DARK_GROUND = "\033[48;5;16m";
  private static final String PLAIN = "\033[0m";
  private static final Pattern DARK_CELLS = Pattern.compile("█+");
  private static final String CELLS = " █▀▄▌▐";
  private static final String SWAPPED_CELLS = "█ ▄▀▐▌";

  /** These lines in colour. */
  abstract List<String> over(List<String> lines);

  /** The same with dark and light swapped; itself, where the colours are certain. */
  Paint swapped() {
    return this;
  }

  /** Many fonts leave a hairline around a full block; a ground leaves none, and scanners see it. */
  private static String withDarkCellsFilled(String line) {
    return DARK_CELLS
        .matcher(line)
        .replaceAll(cells -> DARK_GROUND + " ".repeat(cells.group().length()) + LIGHT_GROUND);
  }

  private static String swap(int cell) {
    int known = CELLS.indexOf(cell);
    return Character.toString(known < 0 ? cell : SWAPPED_CELLS.codePointAt(known));
  }
}
