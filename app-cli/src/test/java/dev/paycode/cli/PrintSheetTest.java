package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.code.PaymentCode;
import java.util.List;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Measures what is black on the sheet, in mm at 300 dpi; the limits are protocol.md §5's. */
class PrintSheetTest {

  private static final int BARCODE_HEIGHT = 178;

  @Property(tries = 200)
  void a_barcode_of_any_length_has_the_official_sizes(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits) {
    PrintSheet sheet = PrintSheet.of(PaymentCode.parse(digits));
    List<Box> bars = bars(sheet);
    int module = min(bars, Box::width);
    int left = min(bars, Box::x);
    int right = max(bars, box -> box.x() + box.width());

    assertThat(mm(module)).isBetween(0.25, 0.47);
    assertThat(mm(right - left)).isBetween(45.0, 65.0);
    assertThat(mm(min(bars, Box::height))).isGreaterThanOrEqualTo(14);
    assertThat(left).isGreaterThanOrEqualTo(10 * module);
    assertThat(sheet.width() - right).isGreaterThanOrEqualTo(10 * module);
  }

  @Property(tries = 200)
  void a_qr_code_of_any_length_has_the_official_size_and_a_blank_margin(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits) {
    PrintSheet sheet = PrintSheet.of(PaymentCode.parse(digits));
    List<Box> squares = squares(sheet);
    int module = min(squares, Box::height);
    int left = min(squares, Box::x);
    int right = max(squares, box -> box.x() + box.width());
    int top = min(squares, Box::y);
    int bottom = max(squares, box -> box.y() + box.height());

    assertThat(mm(right - left)).isBetween(25.4, 30.5);
    assertThat(bottom - top).isEqualTo(right - left);
    assertThat(left).isGreaterThanOrEqualTo(4 * module);
    assertThat(sheet.width() - right).isGreaterThanOrEqualTo(4 * module);
    assertThat(sheet.height() - bottom).isGreaterThanOrEqualTo(4 * module);
    assertThat(top - max(bars(sheet), box -> box.y() + box.height()))
        .isGreaterThanOrEqualTo(4 * module);
  }

  @Test
  void the_24_digits_of_most_codes_make_a_barcode_of_56_mm_and_a_qr_code_of_28_mm() {
    PrintSheet sheet = PrintSheet.of(PaymentCode.parse("281006020000000000125733"));

    assertThat(mm(min(bars(sheet), Box::width))).isEqualTo(0.339, within());
    assertThat(mm(width(bars(sheet)))).isEqualTo(56.557, within());
    assertThat(mm(width(squares(sheet)))).isEqualTo(28.448, within());
  }

  @Property(tries = 100)
  void a_scanner_reads_both_symbols(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits)
      throws NotFoundException {
    PrintSheet sheet = PrintSheet.of(PaymentCode.parse(digits));

    assertThat(whole(sheet, bars(sheet)).find(BarcodeFormat.CODE_128)).isEqualTo(digits);
    assertThat(whole(sheet, squares(sheet)).readQrCodeAlone()).isEqualTo(digits);
  }

  @Test
  void the_qr_code_has_level_q() throws NotFoundException {
    PrintSheet sheet = PrintSheet.of(PaymentCode.parse("281006020000000000125733"));

    assertThat(whole(sheet, sheet.boxes()).qrCodeLevel()).isEqualTo("Q");
  }

  @Test
  void it_does_not_tell_the_code_when_it_is_told_of() {
    assertThat(PrintSheet.of(PaymentCode.parse("281006020000000000125733")))
        .hasToString("PrintSheet[748 by 706]");
  }

  private static Raster whole(PrintSheet sheet, List<Box> boxes) {
    return Raster.of(sheet.width(), sheet.height(), boxes);
  }

  private static List<Box> bars(PrintSheet sheet) {
    return sheet.boxes().stream().filter(box -> box.height() == BARCODE_HEIGHT).toList();
  }

  private static List<Box> squares(PrintSheet sheet) {
    return sheet.boxes().stream().filter(box -> box.height() < BARCODE_HEIGHT).toList();
  }

  private static int width(List<Box> boxes) {
    return max(boxes, box -> box.x() + box.width()) - min(boxes, Box::x);
  }

  private static int min(List<Box> boxes, ToIntFunction<Box> edge) {
    return boxes.stream().mapToInt(edge).min().orElseThrow();
  }

  private static int max(List<Box> boxes, ToIntFunction<Box> edge) {
    return boxes.stream().mapToInt(edge).max().orElseThrow();
  }

  private static double mm(int pixels) {
    return pixels * 25.4 / 300;
  }

  private static Offset<Double> within() {
    return Offset.offset(0.001);
  }
}
