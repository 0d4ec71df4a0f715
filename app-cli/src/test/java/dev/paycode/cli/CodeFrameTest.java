package dev.paycode.cli;

import static dev.paycode.cli.HandMovedTime.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.Presentation;
import dev.paycode.code.ValidityWindow;
import dev.paycode.handling.ClockOffset;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
    Raster picture = Raster.onPaper(HalfBlocks.stacked(Symbols.qrCode(PaymentCode.parse(digits))));

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
  void a_window_of_94_columns_by_25_lines_holds_both_symbols() {
    assertThat(text(new Viewport(94, 25))).contains("▌").contains("Clock");
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(94, 25))).hasSize(25);
    assertThat(text(new Viewport(93, 25))).doesNotContain("▌");
    assertThat(text(new Viewport(94, 24))).doesNotContain("▌");
  }

  @Test
  void a_window_of_80_columns_by_24_lines_gets_the_qr_code_alone_with_words_beside_it()
      throws NotFoundException {
    List<String> lines = lines(Paint.NONE, DIGITS, new Viewport(80, 24));

    assertThat(String.join("", lines)).doesNotContain("▌").contains("Clock").contains("quits");
    assertThat(lines).hasSize(17).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    assertThat(Raster.onPaper(lines).find(BarcodeFormat.QR_CODE)).isEqualTo(DIGITS);
  }

  @Test
  void the_longest_code_has_words_beside_it_in_80_columns_too() {
    assertThat(lines(Paint.NONE, "2".repeat(32), new Viewport(80, 24)))
        .hasSize(19)
        .anyMatch(line -> line.contains("Clock"));
  }

  @Test
  void a_long_last_result_is_cut_and_moves_nothing() {
    String reason = "12:00:00Z The answer is not signed by the key that is known, 0 codes";
    ShownCode shown = new ShownCode(presentation(DIGITS), ClockOffset.NONE, "", reason);

    assertThat(frame().lines(shown, NOON, new Viewport(80, 24)))
        .hasSize(17)
        .anyMatch(line -> line.endsWith("Last     12:00:00Z The answer is not signed…"));
  }

  @Test
  void a_narrow_window_gets_the_fewest_words_under_the_qr_code() throws NotFoundException {
    List<String> lines = lines(Paint.NONE, DIGITS, new Viewport(42, 20));

    assertThat(lines).hasSize(20);
    assertThat(String.join("", lines)).contains("last another").doesNotContain("Clock");
    assertThat(Raster.onPaper(lines).find(BarcodeFormat.QR_CODE)).isEqualTo(DIGITS);
  }

  @Test
  void a_window_too_small_for_any_symbol_says_how_large_it_must_be() {
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(80, 16)))
        .containsExactly("The window is too small for the code: make it 40 columns by 20 lines.");
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(30, 10)))
        .containsExactly(
            "The window is too small for", "the code: make it 40 columns", "by 20 lines.");
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(40, 20))).hasSize(20);
    assertThat(lines(Paint.NONE, DIGITS, new Viewport(10, 1))).containsExactly("The window");
  }

  @Property(tries = 100)
  void no_line_is_wider_than_the_window_and_none_below_its_end(
      @ForAll @NumericChars @StringLength(min = 16, max = 32) String digits,
      @ForAll @IntRange(min = 1, max = 130) int columns,
      @ForAll @IntRange(min = 1, max = 40) int rows) {
    assertThat(
            new Viewport(columns, rows)
                .fits(lines(Paint.NONE, digits, new Viewport(columns, rows))))
        .isTrue();
  }

  @Test
  void the_digits_are_written_as_they_are_given() {
    assertThat(text(WIDE)).contains("Code     ********************5733").doesNotContain(DIGITS);
    assertThat(String.join("", frame().lines(shown(DIGITS, DIGITS), NOON, WIDE)))
        .contains("Code     " + DIGITS);
  }

  @Test
  void a_code_that_is_told_of_is_masked_even_when_its_digits_are_shown() {
    assertThat(shown(DIGITS, DIGITS).toString()).doesNotContain(DIGITS);
  }

  @Test
  void the_countdown_and_the_coverage_are_told() {
    assertThat(text(WIDE))
        .contains("Changes  ━━━━━━━━━━━━━━━━━━━━  in 0:30")
        .contains("Codes    last another 5:30");
  }

  @Test
  void the_countdown_is_rounded_up() {
    assertThat(String.join("", frame().lines(shown(DIGITS, ""), NOON.plusMillis(100), WIDE)))
        .contains("in 0:30");
  }

  @Test
  void the_offset_to_the_servers_clock_counts_and_is_told() {
    ShownCode shown =
        new ShownCode(
            presentation(DIGITS), new ClockOffset(Duration.ofSeconds(10)), "", "TIMED_OUT");

    assertThat(String.join("", frame().lines(shown, NOON, WIDE)))
        .contains("in 0:20")
        .contains("Clock    10.0 s behind the server's")
        .contains("Last     TIMED_OUT");
  }

  @Test
  void sandbox_codes_are_said_to_pay_for_nothing_and_no_others() {
    ShownCode shown = shown(DIGITS, "");

    assertThat(text(WIDE)).contains("Sandbox codes pay for nothing.");
    assertThat(String.join("", CodeFrame.of(Paint.NONE, false).lines(shown, NOON, WIDE)))
        .doesNotContain("Sandbox codes pay for nothing.");
  }

  @Test
  void swapped_plain_text_reads_right_in_light_ink_on_a_dark_ground() throws NotFoundException {
    List<String> swapped = frame().swapped().lines(shown(DIGITS, ""), NOON, WIDE);

    Raster picture = Raster.lightOnDark(swapped);
    assertThat(picture.find(BarcodeFormat.QR_CODE)).isEqualTo(DIGITS);
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(DIGITS);
  }

  private static String text(Viewport viewport) {
    return String.join("\n", lines(Paint.NONE, DIGITS, viewport));
  }

  private static List<String> lines(Paint paint, String digits, Viewport viewport) {
    ShownCode shown = shown(digits, PaymentCode.parse(digits).toString());
    return CodeFrame.of(paint, true)
        .explaining(LiveKeys.explained(paint))
        .lines(shown, NOON, viewport);
  }

  private static CodeFrame frame() {
    return CodeFrame.of(Paint.NONE, true);
  }

  private static ShownCode shown(String digits, String written) {
    return new ShownCode(presentation(digits), ClockOffset.NONE, written, "SUCCESS, 10 codes");
  }

  private static Presentation presentation(String digits) {
    return new Presentation(
        IssuedCode.of(
            PaymentCode.parse(digits), ValidityWindow.between(NOON, NOON.plusSeconds(60))),
        NOON.plusSeconds(30),
        NOON.plus(Duration.ofSeconds(330)));
  }
}
