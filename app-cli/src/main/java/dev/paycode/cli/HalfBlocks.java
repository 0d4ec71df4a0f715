package dev.paycode.cli;

import com.google.zxing.common.BitMatrix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws modules as Unicode half blocks, dark ones as ink. Pure functions. */
final class HalfBlocks {

  private static final String[] STACKED = {" ", "▀", "▄", "█"};
  private static final String[] BESIDE = {" ", "▌", "▐", "█"};

  private HalfBlocks() {}

  /** Two modules on top of each other per character: square modules in most fonts. */
  static List<String> stacked(BitMatrix modules) {
    return IntStream.range(0, (modules.getHeight() + 1) / 2)
        .mapToObj(
            line ->
                IntStream.range(0, modules.getWidth())
                    .mapToObj(x -> STACKED[pair(modules, x, 2 * line, x, 2 * line + 1)])
                    .collect(Collectors.joining()))
        .toList();
  }

  /** Two modules side by side per character, the first row repeated: half as wide a barcode. */
  static List<String> beside(BitMatrix modules, int lines) {
    String line =
        IntStream.range(0, (modules.getWidth() + 1) / 2)
            .mapToObj(column -> BESIDE[pair(modules, 2 * column, 0, 2 * column + 1, 0)])
            .collect(Collectors.joining());
    return IntStream.range(0, lines).mapToObj(same -> line).toList();
  }

  /** 1 if the first module is dark, plus 2 if the second is. */
  private static int pair(BitMatrix modules, int x1, int y1, int x2, int y2) {
    return (isDark(modules, x1, y1) ? 1 : 0) + (isDark(modules, x2, y2) ? 2 : 0);
  }

  private static boolean isDark(BitMatrix modules, int x, int y) {
    return x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y);
  }
}
