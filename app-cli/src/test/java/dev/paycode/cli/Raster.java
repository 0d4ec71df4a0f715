package dev.paycode.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Printed lines as a picture, the way a terminal with cells twice as high as wide shows them, and
 * what a scanner reads in it.
 */
final class Raster {

  private static final int CELL_WIDTH = 6;
  private static final int CELL_HEIGHT = 12;
  private static final int WHITE = 0xFFFFFF;
  private static final int BLACK = 0x000000;
  private static final String PAINTED = "\033[38;5;16m\033[48;5;231m";
  private static final String PLAIN = "\033[0m";
  private static final Pattern ESCAPE = Pattern.compile("\033\\[[0-9;]*m");
  private static final Map<String, Integer> GROUNDS =
      Map.of("\033[48;5;231m", WHITE, "\033[48;5;16m", BLACK);

  private final int width;
  private final int height;
  private final int[] pixels;

  private Raster(int width, int height, int ground) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, ground);
  }

  /** A picture as it was read. */
  static Raster of(BufferedImage image) {
    Raster raster = new Raster(image.getWidth(), image.getHeight(), WHITE);
    image.getRGB(0, 0, raster.width, raster.height, raster.pixels, 0, raster.width);
    return raster;
  }

  /** A white sheet on which these boxes are black. */
  static Raster of(int width, int height, List<Box> boxes) {
    Raster raster = new Raster(width, height, WHITE);
    for (Box box : boxes) {
      for (int y = box.y(); y < box.y() + box.height(); y++) {
        int row = y * width;
        Arrays.fill(raster.pixels, row + box.x(), row + box.x() + box.width(), BLACK);
      }
    }
    return raster;
  }

  /** Plain text, in black ink on white. */
  static Raster onPaper(List<String> lines) {
    return of(lines, WHITE);
  }

  /** Text with colours, on a dark terminal. */
  static Raster onDarkTerminal(List<String> lines) {
    return of(lines, BLACK);
  }

  /** Plain text, in white ink on black. */
  static Raster lightOnDark(List<String> lines) {
    Raster raster = onPaper(lines);
    for (int i = 0; i < raster.pixels.length; i++) {
      raster.pixels[i] ^= WHITE;
    }
    return raster;
  }

  private static Raster of(List<String> lines, int ground) {
    int columns = lines.stream().mapToInt(line -> plain(line).length()).max().orElse(0);
    Raster raster = new Raster(columns * CELL_WIDTH, lines.size() * CELL_HEIGHT, ground);
    for (int row = 0; row < lines.size(); row++) {
      raster.print(row, lines.get(row), ground);
    }
    return raster;
  }

  private static String plain(String line) {
    return ESCAPE.matcher(line).replaceAll("");
  }

  private void print(int row, String line, int ground) {
    int paper = line.startsWith(PAINTED) ? WHITE : ground;
    Matcher escape = ESCAPE.matcher(line);
    int column = 0;
    for (int i = 0; i < line.length(); ) {
      if (escape.region(i, line.length()).lookingAt()) {
        paper = escape.group().equals(PLAIN) ? ground : GROUNDS.getOrDefault(escape.group(), paper);
        i = escape.end();
      } else {
        cell(row, column++, line.charAt(i++), paper);
      }
    }
  }

  private void cell(int row, int column, char character, int paper) {
    for (int y = 0; y < CELL_HEIGHT; y++) {
      for (int x = 0; x < CELL_WIDTH; x++) {
        boolean ink = isInk(character, x < CELL_WIDTH / 2, y < CELL_HEIGHT / 2);
        pixels[(row * CELL_HEIGHT + y) * width + column * CELL_WIDTH + x] = ink ? BLACK : paper;
      }
    }
  }

  private static boolean isInk(char cell, boolean left, boolean top) {
    return switch (cell) {
      case '█' -> true;
      case '▀' -> top;
      case '▄' -> !top;
      case '▌' -> left;
      case '▐' -> !left;
      default -> false;
    };
  }

  /** The text of the only symbol of this kind, found wherever it is in the picture. */
  String find(BarcodeFormat format) throws NotFoundException {
    return decoded(
        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true));
  }

  /**
   * The text of a QR code that is the picture's only ink. Takes no search, which in ZXing misses
   * about one flawless picture in 300.
   */
  String readQrCodeAlone() throws NotFoundException {
    return decoded(
        Map.of(
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE),
            DecodeHintType.PURE_BARCODE,
            true));
  }

  /** How well the only QR code is protected against errors: L, M, Q or H. */
  String qrCodeLevel() throws NotFoundException {
    return String.valueOf(
        result(Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
            .getResultMetadata()
            .get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
  }

  private String decoded(Map<DecodeHintType, ?> hints) throws NotFoundException {
    return result(hints).getText();
  }

  private Result result(Map<DecodeHintType, ?> hints) throws NotFoundException {
    BinaryBitmap picture =
        new BinaryBitmap(
            new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new MultiFormatReader().decode(picture, hints);
  }
}
