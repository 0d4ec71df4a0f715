package dev.paycode.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays out what the customer holds out to the cashier: barcode, QR code, and beside them masked
 * digits, how long they last and which keys do what. Where there is no room for the barcode the QR
 * code stands alone, and where there is none for words beside it, a few stand under it. Pure
 * functions.
 */
final class CodeFrame {

  /** What every command says of the sandbox's codes. */
  static final String SANDBOX = "Sandbox codes pay for nothing.";

  private static final String TITLE = "Payment code: hold it out to the cashier";
  private static final int BARCODE_LINES = 7;
  private static final String GAP = "   ";

  private final Paint paint;
  private final List<String> remarks;
  private final List<String> keys;

  private CodeFrame(Paint paint, List<String> remarks, List<String> keys) {
    this.paint = paint;
    this.remarks = remarks;
    this.keys = keys;
  }

  /**
   * A frame that nobody changes by keys.
   *
   * @param paint the colours
   * @param sandbox whether the codes pay for nothing
   */
  static CodeFrame of(Paint paint, boolean sandbox) {
    return new CodeFrame(paint, sandbox ? List.of(SANDBOX) : List.of(), List.of());
  }

  /** This frame, telling what these keys do. */
  CodeFrame explaining(List<String> explainedKeys) {
    return new CodeFrame(paint, remarks, explainedKeys);
  }

  /** This frame, with dark and light swapped where their colours are unknown. */
  CodeFrame swapped() {
    return new CodeFrame(paint.swapped(), remarks, keys);
  }

  /**
   * The frame as lines, each no wider than the viewport.
   *
   * @param shown the code
   * @param now the local time
   */
  List<String> lines(ShownCode shown, Instant now, Viewport viewport) {
    List<String> qrCode = HalfBlocks.stacked(Symbols.qrCode(shown.presentation().code()));
    List<String> barcode =
        HalfBlocks.beside(Symbols.code128(shown.presentation().code()), BARCODE_LINES);
    List<String> words = words(shown, now);
    List<String> under = joined(shown.essentials(now), remarks);
    if (viewport.fits(both(barcode, qrCode, words, Paint.NONE))) {
      return both(barcode, qrCode, words, paint);
    }
    if (viewport.fits(alone(qrCode, words, Paint.NONE))) {
      return alone(qrCode, words, paint);
    }
    return viewport.fits(joined(List.of(TITLE), qrCode, under))
        ? joined(List.of(TITLE), paint.over(qrCode), under)
        : tooSmall(viewport, joined(List.of(TITLE), qrCode, under));
  }

  private List<String> words(ShownCode shown, Instant now) {
    List<String> afterGap = keys.isEmpty() ? keys : joined(List.of(""), keys);
    List<String> atEnd = remarks.isEmpty() ? remarks : joined(List.of(""), remarks);
    return joined(shown.everything(now), afterGap, atEnd);
  }

  private static List<String> both(
      List<String> barcode, List<String> qrCode, List<String> words, Paint paint) {
    return joined(
        List.of(TITLE, ""), paint.over(barcode), List.of(""), beside(qrCode, words, paint));
  }

  private static List<String> alone(List<String> qrCode, List<String> words, Paint paint) {
    return joined(List.of(TITLE, ""), beside(qrCode, words, paint));
  }

  /** The QR code with words beside it, below its quiet zone. */
  private static List<String> beside(List<String> qrCode, List<String> words, Paint paint) {
    List<String> painted = paint.over(qrCode);
    List<String> right = joined(List.of("", ""), words);
    return IntStream.range(0, Math.max(painted.size(), right.size()))
        .mapToObj(
            line ->
                (line < painted.size() ? painted.get(line) : " ".repeat(qrCode.get(0).length()))
                    + (line < right.size() && !right.get(line).isEmpty()
                        ? GAP + right.get(line)
                        : ""))
        .toList();
  }

  private static List<String> tooSmall(Viewport viewport, List<String> smallest) {
    int columns = smallest.stream().mapToInt(String::length).max().orElse(0);
    return viewport.cut(
        Wrapping.lines(
            String.format(
                "The window is too small for the code: make it %d columns by %d lines.",
                columns, smallest.size()),
            viewport.columns()));
  }

  /** What to show while there is no code. */
  static List<String> fetching(String underWay) {
    String title = "Fetching the next code …";
    return underWay.isEmpty() ? List.of(title) : List.of(title, underWay);
  }

  /** What to show until a code begins. */
  static List<String> waiting(Instant serverNow, Instant from) {
    return List.of("The next code begins in " + Countdown.left(serverNow, from));
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
