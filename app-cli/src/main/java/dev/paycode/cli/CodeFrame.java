package dev.paycode.cli;

import com.google.zxing.common.BitMatrix;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.Presentation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out what the customer holds out to the cashier: barcode, QR code, masked digits, and how
 * long they last. Where there is no room for the barcode the QR code stands alone. Pure functions.
 */
final class CodeFrame {

  /** What every command says of the sandbox's codes. */
  static final String SANDBOX = "Sandbox codes pay for nothing.";

  /** What to show while there is no code. */
  static final List<String> FETCHING = List.of("Fetching the next code …");

  private static final String TITLE = "Payment code: hold it out to the cashier";
  private static final int BARCODE_LINES = 7;

  private final Paint paint;
  private final boolean sandbox;

  CodeFrame(Paint paint, boolean sandbox) {
    this.paint = paint;
    this.sandbox = sandbox;
  }

  /**
   * The frame as lines, each no wider than the viewport.
   *
   * @param shown the code
   * @param now the server's time
   */
  List<String> lines(Presentation shown, Instant now, Viewport viewport) {
    List<String> qrCode = HalfBlocks.stacked(Symbols.qrCode(shown.code()));
    List<String> barcode = barcode(shown.code());
    List<String> words = words(shown, now);
    if (viewport.fits(joined(List.of(TITLE, ""), barcode, List.of(""), qrCode, words))) {
      return joined(
          List.of(TITLE, ""), paint.over(barcode), List.of(""), paint.over(qrCode), words);
    }
    return viewport.fits(joined(List.of(TITLE), qrCode, words))
        ? joined(List.of(TITLE), paint.over(qrCode), words)
        : tooSmall(qrCode, words);
  }

  private static List<String> barcode(PaymentCode code) {
    BitMatrix modules = Symbols.code128(code);
    return HalfBlocks.beside(modules, BARCODE_LINES);
  }

  private List<String> words(Presentation shown, Instant now) {
    List<String> words = new ArrayList<>();
    words.add("Code " + shown.code());
    words.add("Changes in " + left(now, shown.until()));
    words.add("Codes last another " + left(now, shown.coveredUntil()));
    if (sandbox) {
      words.add(SANDBOX);
    }
    return words;
  }

  private List<String> tooSmall(List<String> qrCode, List<String> words) {
    return List.of(
        "The window is too small for the code:",
        String.format(
            "make it %d columns by %d lines.",
            Math.max(TITLE.length(), qrCode.get(0).length()), 1 + qrCode.size() + words.size()));
  }

  /** What to show until a code begins. */
  List<String> waiting(Instant now, Instant from) {
    return List.of("The next code begins in " + left(now, from));
  }

  /** Minutes and seconds, rounded up: the countdown ends as it reaches 0:00. */
  private static String left(Instant now, Instant then) {
    long seconds = Duration.between(now, then).plusSeconds(1).minusNanos(1).toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> joined = new ArrayList<>();
    for (List<String> part : parts) {
      joined.addAll(part);
    }
    return joined;
  }
}
