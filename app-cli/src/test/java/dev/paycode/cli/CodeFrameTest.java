package dev.paycode.cli;

import static dev.paycode.cli.HandMovedTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.Presentation;
import dev.paycode.code.ValidityWindow;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  private static final String DIGITS = "281006020000000000125733";
  private static final Viewport WIDE = new Viewport(100, 40);

  @Property(tries = 100)
  void the_barcode_holds_the_digits(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits)
      throws NotFoundException {
    Raster picture = Raster.onPaper(lines(Paint.NONE, digits, Viewport.UNBOUNDED));

    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(digits);
  }

  @Property(tries = 100)
  void the_qr_code_holds_the_digits(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits)
      throws NotFoundException {
    Raster picture = Raster.onPaper(lines(Paint.NONE, digits, new Viewport(80, 24)));

    assertThat(picture.readQrCodeAlone()).isEqualTo(digits);
  }

  @Test
  void a_scanner_finds_both_symbols_in_colour_on_a_dark_terminal() throws NotFoundException {
    Raster picture = Raster.onDarkTerminal(lines(Paint.BLACK_ON_WHITE, DIGITS, WIDE));

    assertThat(picture.find(BarcodeFormat.QR_CODE)).isEqualTo(DIGITS);
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(DIGITS);
  }

  @Test
  void the_barcode_of_24_digits_has_10_quiet_modules_at_each_side_of_its_167() {
    String line =
        lines(Paint.NONE, DIGITS, WIDE).stream()
            .filter(text -> text.contains("▐█"))
            .findFirst()
            .orElseThrow();

    assertThat(line).hasSize((10 + 167 + 10 + 1) / 2).startsWith("     █").endsWith("▌     ");
  }

  @Test
  void the_qr_code_has_4_quiet_modules_on_every_side() {
    List<String> qrCode = HalfBlocks.stacked(Symbols.qrCode(PaymentCode.parse(DIGITS)));

    assertThat(qrCode).hasSize(15).allSatisfy(line -> assertThat(line).hasSize(29));
    assertThat(qrCode.subList(0, 2)).containsOnly(" ".repeat(29));
    assertThat(qrCode).allSatisfy(line -> assertThat(line).startsWith("    ").endsWith("    "));
  }

  @Test
  void a_window_narrower_than_the_barcode_gets_the_qr_code_alone() throws NotFoundException {
    List<String> lines = lines(Paint.NONE, DIGITS, new Viewport(80, 24));

    assertThat(String.join("", lines)).doesNotContain("▌");
    assertThat(lines).hasSizeLessThanOrEqualTo(24);
    assertThat(Raster.onPaper(lines).find(BarcodeFormat.QR_CODE)).isEqualTo(DIGITS);
  }

  @Test
  void a_window_too_low_for_both_gets_the_qr_code_alone() {
    assertThat(String.join("", lines(Paint.NONE, DIGITS, new Viewport(120, 24))))
        .doesNotContain("▌");
  }

  @Test
  void a_window_too_small_for_any_symbol_says_how_large_it_must_be() {
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(80, 19)))
        .containsExactly(
            "The window is too small for the code:", "make it 40 columns by 20 lines.");
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(40, 20))).hasSize(20);
  }

  @Test
  void the_digits_are_masked() {
    assertThat(lines(Paint.NONE, DIGITS, WIDE))
        .contains("Code ********************5733")
        .noneMatch(line -> line.contains(DIGITS));
  }

  @Test
  void the_countdown_and_the_coverage_are_told() {
    assertThat(lines(Paint.NONE, DIGITS, WIDE))
        .contains("Changes in 0:30", "Codes last another 5:30");
  }

  @Test
  void the_countdown_is_rounded_up() {
    assertThat(
            new CodeFrame(Paint.NONE, true)
                .lines(presentation(DIGITS), NOON.plusMillis(100), Viewport.UNBOUNDED))
        .contains("Changes in 0:30");
  }

  @Test
  void sandbox_codes_are_said_to_pay_for_nothing_and_no_others() {
    Presentation shown = presentation(DIGITS);

    assertThat(new CodeFrame(Paint.NONE, true).lines(shown, NOON, WIDE))
        .contains("Sandbox codes pay for nothing.");
    assertThat(new CodeFrame(Paint.NONE, false).lines(shown, NOON, WIDE))
        .doesNotContain("Sandbox codes pay for nothing.");
  }

  private static List<String> lines(Paint paint, String digits, Viewport viewport) {
    return new CodeFrame(paint, true).lines(presentation(digits), NOON, viewport);
  }

  private static Presentation presentation(String digits) {
    return new Presentation(
        IssuedCode.of(
            PaymentCode.parse(digits), ValidityWindow.between(NOON, NOON.plusSeconds(60))),
        NOON.plusSeconds(30),
        NOON.plus(Duration.ofSeconds(330)));
  }
}
