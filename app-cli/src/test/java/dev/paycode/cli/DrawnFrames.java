package dev.paycode.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stood on a terminal after each update that was written to it, colours included. */
final class DrawnFrames {

  static final String ENTER = "\033[?1049h\033[?25l";
  static final String LEAVE = "\033[0m\033[?25h\033[?1049l";

  private static final Pattern CHANGE =
      Pattern.compile("\033\\[\\?2026h(?<update>.*?)\033\\[\\?2026l|(?<erase>\033\\[2J)");
  private static final Pattern LINE =
      Pattern.compile("\033\\[(?<row>\\d+);1H(?<text>.*?)(?<rest>\033\\[K)?(?=\033\\[\\d+;1H|$)");
  private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

  private final List<String> rows = new ArrayList<>();
  private final List<List<String>> frames = new ArrayList<>();

  private DrawnFrames() {}

  /** All that stood there; an update that nothing has completed yet is left out. */
  static List<List<String>> in(String output) {
    DrawnFrames terminal = new DrawnFrames();
    Matcher change = CHANGE.matcher(output);
    while (change.find()) {
      terminal.take(change);
    }
    return terminal.frames;
  }

  /** The updates as they were written. */
  static List<String> updates(String output) {
    return CHANGE
        .matcher(output)
        .results()
        .map(change -> change.group(1))
        .filter(update -> update != null)
        .toList();
  }

  private void take(Matcher change) {
    if (change.group("erase") != null) {
      rows.clear();
      return;
    }
    Matcher line = LINE.matcher(change.group("update"));
    while (line.find()) {
      write(
          Integer.parseInt(line.group("row")) - 1, line.group("text"), line.group("rest") == null);
    }
    frames.add(List.copyOf(rows));
  }

  private void write(int row, String text, boolean tailStays) {
    while (rows.size() <= row) {
      rows.add("");
    }
    String before = plain(rows.get(row));
    int width = plain(text).length();
    rows.set(row, text + (tailStays && before.length() > width ? before.substring(width) : ""));
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
  }

  static String plain(String line) {
    return COLOUR.matcher(line).replaceAll("");
  }
}
