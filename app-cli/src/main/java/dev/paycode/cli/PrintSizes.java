package dev.paycode.cli;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The sizes of printed symbols (protocol.md §5), in whole pixels of a 300th of an inch, so that no
 * edge is blurred. Pure functions.
 */
final class PrintSizes {

  /** Pixels per inch. */
  static final int RESOLUTION = 300;

  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int MOST_PIXELS = 20;

  private PrintSizes() {}

  /**
   * How wide a module of a Code 128 is: 0.25 to 0.47 mm, best 0.31 mm, and the whole of it 45 to 65
   * mm without its quiet zones.
   *
   * @param modules how many it has, without its quiet zones
   */
  static int barcodeModule(int modules) {
    return IntStream.rangeClosed(1, MOST_PIXELS)
        .filter(pixels -> isWithin(0.25, millimetres(pixels), 0.47))
        .filter(pixels -> isWithin(45, millimetres(pixels * modules), 65))
        .boxed()
        .min(Comparator.comparingDouble(pixels -> Math.abs(millimetres(pixels) - 0.31)))
        .orElseThrow(() -> new IllegalArgumentException("No size for " + modules + " modules"));
  }

  /** How high a Code 128 is: at least 14 mm. */
  static int barcodeHeight() {
    return (int) Math.ceil(15 / millimetres(1));
  }

  /**
   * How wide and high a module of a QR code is: the whole of it 25.4 to 30.5 mm without its quiet
   * zone.
   *
   * @param modules how many it has in a row, without its quiet zone
   */
  static int qrCodeModule(int modules) {
    return IntStream.rangeClosed(1, MOST_PIXELS)
        .filter(pixels -> isWithin(25.4, millimetres(pixels * modules), 30.5))
        .boxed()
        .min(Comparator.comparingDouble(pixels -> Math.abs(millimetres(pixels * modules) - 28)))
        .orElseThrow(() -> new IllegalArgumentException("No size for " + modules + " modules"));
  }

  /** How long so many pixels are, in mm. */
  static double millimetres(int pixels) {
    return pixels * MILLIMETRES_PER_INCH / RESOLUTION;
  }

  private static boolean isWithin(double least, double size, double most) {
    return least <= size && size <= most;
  }
}
