package dev.paycode.cli;

import com.google.zxing.common.BitMatrix;
import dev.paycode.code.PaymentCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A white sheet with the barcode over the QR code, in the sizes of {@link PrintSizes}. The digits
 * do not stand on it: nobody needs to type them, and whoever passes by could. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 * @param boxes what is black
 */
record PrintSheet(int width, int height, List<Box> boxes) {

  /** Copies the boxes. */
  PrintSheet {
    boxes = List.copyOf(boxes);
  }

  /** The sheet with both symbols of that code, and their quiet zones. */
  static PrintSheet of(PaymentCode code) {
    BitMatrix barcode = Symbols.code128(code);
    BitMatrix qrCode = Symbols.qrCode(code);
    int narrow = PrintSizes.barcodeModule(barcode.getWidth() - 2 * Symbols.CODE_128_QUIET_ZONE);
    int square = PrintSizes.qrCodeModule(qrCode.getWidth() - 2 * Symbols.QR_QUIET_ZONE);
    int width = Math.max(barcode.getWidth() * narrow, qrCode.getWidth() * square);
    int margin = Symbols.QR_QUIET_ZONE * square;
    int high = PrintSizes.barcodeHeight();
    return new PrintSheet(
        width,
        margin + high + qrCode.getHeight() * square,
        Stream.concat(
                centred(barcode, narrow, high, width, margin),
                centred(qrCode, square, square, width, margin + high))
            .toList());
  }

  private static Stream<Box> centred(
      BitMatrix modules, int moduleWidth, int moduleHeight, int sheetWidth, int top) {
    int left = (sheetWidth - modules.getWidth() * moduleWidth) / 2;
    return Box.of(modules).stream()
        .map(box -> box.scaled(moduleWidth, moduleHeight).moved(left, top));
  }

  /** The size only: the boxes are the code. */
  @Override
  public String toString() {
    return "PrintSheet[" + width + " by " + height + "]";
  }
}
