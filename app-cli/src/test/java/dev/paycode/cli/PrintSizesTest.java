package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintSizesTest {

  @ParameterizedTest
  @CsvSource({
    // 3 pixels are 0.254 mm, 4 are 0.339 and nearest to 0.31, 5 are 0.423.
    "123, 5",
    "167, 4",
    "189, 4",
    "191, 4",
    "192, 3",
    "211, 3",
    "255, 3"
  })
  void a_barcode_takes_the_module_nearest_to_the_best_that_keeps_it_45_to_65_mm_wide(
      int modules, int pixels) {
    assertThat(PrintSizes.barcodeModule(modules)).isEqualTo(pixels);
  }

  @ParameterizedTest
  @CsvSource({"21, 16", "25, 13"})
  void a_qr_code_is_about_28_mm_wide(int modules, int pixels) {
    assertThat(PrintSizes.qrCodeModule(modules)).isEqualTo(pixels);
  }

  @Test
  void a_barcode_that_has_no_size_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSizes.barcodeModule(256))
        .withMessage("No size for 256 modules");
  }
}
