package dev.paycode.cli;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A dark rectangle of a symbol, in modules or in pixels.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width how wide it is, at least 1
 * @param height how high it is, at least 1
 */
record Box(int x, int y, int width, int height) {

  /** The dark modules, those beside each other in one box. */
  static List<Box> of(BitMatrix modules) {
    List<Box> boxes = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      int end;
      for (int start = next(modules, 0, y, true); start < modules.getWidth(); ) {
        end = next(modules, start, y, false);
        boxes.add(new Box(start, y, end - start, 1));
        start = next(modules, end, y, true);
      }
    }
    return boxes;
  }

  /** The first module from there on that is dark or not, or the row's end. */
  private static int next(BitMatrix modules, int from, int y, boolean dark) {
    int x = from;
    while (x < modules.getWidth() && modules.get(x, y) != dark) {
      x++;
    }
    return x;
  }

  Box scaled(int horizontally, int vertically) {
    return new Box(x * horizontally, y * vertically, width * horizontally, height * vertically);
  }

  Box moved(int right, int down) {
    return new Box(x + right, y + down, width, height);
  }

  /** Boxes as the data of an SVG path. */
  static String path(List<Box> boxes) {
    return boxes.stream()
        .map(
            box ->
                String.format(
                    Locale.ROOT,
                    "M%d %dh%dv%dh-%dz",
                    box.x,
                    box.y,
                    box.width,
                    box.height,
                    box.width))
        .collect(Collectors.joining());
  }
}
