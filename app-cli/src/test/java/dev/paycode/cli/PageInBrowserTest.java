package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import dev.paycode.code.PaymentCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in headless Chromium, whose clocks the test moves. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PageInBrowserTest {

  private static final String FIRST = "281006020000000000125733";
  private static final String SECOND = "281006029999999999884266";
  private static final String MOVABLE_CLOCKS =
      """
      let moved = 0;
      const even = performance.now.bind(performance), wall = Date.now;
      performance.now = () => even() + moved;
      Date.now = () => wall() + moved;
      """;

  @TempDir private static Path profile;
  private static Browser browser;

  private final AtomicReference<PageState> state = new AtomicReference<>(code(FIRST, 60_000));
  private CodePage page;

  @BeforeAll
  static void startBrowser() throws IOException {
    browser = Browser.start(profile);
    browser.prepare(MOVABLE_CLOCKS);
  }

  @AfterAll
  static void endBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    page = CodePage.start(new SecureRandom(), state::get);
    browser.resize(1000, 800, 1);
    browser.prefer("prefers-color-scheme", "light");
    browser.open(page.address());
    browser.await("!document.getElementById('symbols').hidden");
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @Test
  void a_scanner_reads_both_symbols_from_the_screen() throws IOException, NotFoundException {
    assertReadable(FIRST);
  }

  @Test
  void so_it_does_from_a_phone_in_the_dark() throws IOException, NotFoundException {
    browser.resize(360, 740, 3);
    browser.prefer("prefers-color-scheme", "dark");

    assertReadable(FIRST);
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(18, 23, 28)");
    assertThat(browser.evaluate("String(document.documentElement.scrollWidth)")).isEqualTo("360");
  }

  @Test
  void modules_are_whole_pixels_of_the_device() {
    browser.resize(375, 700, 2);
    browser.evaluate("dispatchEvent(new Event('resize'))");

    assertThat(
            browser.evaluate(
                "String(document.getElementById('barcode').getBoundingClientRect().width * 2 % 187)"))
        .isEqualTo("0");
  }

  @Test
  void the_next_code_takes_over_by_itself() throws IOException, NotFoundException {
    state.set(code(SECOND, 60_000));

    browser.await("document.body.innerText.includes('4266')");

    assertReadable(SECOND);
    assertThat(text("news")).isEqualTo("A new payment code is shown.");
  }

  @Test
  void the_digits_are_masked_until_a_tap_and_again_after_five_seconds() {
    assertThat(document()).contains("********************5733").doesNotContain(FIRST);

    browser.evaluate("document.getElementById('reveal').click()");
    assertThat(text("digits")).isEqualTo(FIRST);

    move(4_900);
    assertThat(text("digits")).isEqualTo(FIRST);

    move(100);
    assertThat(text("digits")).isEqualTo("********************5733");
  }

  @Test
  void a_second_tap_masks_them_at_once() {
    browser.evaluate("document.getElementById('reveal').click()");
    browser.evaluate("document.getElementById('reveal').click()");

    assertThat(document()).doesNotContain(FIRST);
  }

  @Test
  void the_next_codes_digits_are_masked_while_those_of_the_first_are_shown() {
    browser.evaluate("document.getElementById('reveal').click()");
    state.set(code(SECOND, 60_000));

    browser.await("document.body.innerText.includes('4266')");

    assertThat(document()).contains("********************4266").doesNotContain(SECOND);
  }

  @Test
  void screen_readers_are_told_what_is_shown_and_not_its_digits() {
    assertThat(text("news")).isEqualTo("A new payment code is shown.");
    assertThat(attribute("barcode", "role")).isEqualTo("img");
    assertThat(attribute("barcode", "aria-label")).isEqualTo("The payment code as a barcode");
    assertThat(attribute("qr-code", "aria-label")).isEqualTo("The payment code as a QR code");
    assertThat(attribute("news", "aria-live")).isEqualTo("polite");
    assertThat(attribute("digits", "aria-hidden")).isEqualTo("true");
  }

  @Test
  void an_expired_code_is_gone_even_while_nobody_answers() {
    stopAnswering();

    move(60_000);

    assertBlank();
    assertThat(text("problem")).isEqualTo("Fetching the next code …");
  }

  @Test
  void a_browser_whose_even_clock_stood_still_takes_it_away_all_the_same() {
    stopAnswering();

    browser.evaluate("{ const before = Date.now; Date.now = () => before() + 60000; tick(); }");

    assertBlank();
  }

  @Test
  void the_code_is_gone_when_the_server_goes_away() {
    page.close();

    browser.await("document.getElementById('symbols').hidden");

    assertBlank();
    assertThat(text("problem")).isEqualTo("The wallet does not answer.");
    assertThat(text("news")).startsWith("No payment code is shown.");
  }

  @Test
  void a_refusal_is_told_and_not_asked_for_again_until_the_user_says_so() {
    state.set(new PageState(null, 0, "Alipay+ refused: ACCESS_DENIED (F)", "Ask Alipay+."));
    browser.await("!document.getElementById('again').hidden");
    assertBlank();
    assertThat(text("problem")).isEqualTo("Alipay+ refused: ACCESS_DENIED (F).");
    assertThat(text("advice")).isEqualTo("Ask Alipay+.");

    state.set(code(SECOND, 60_000));
    browser.evaluate("document.getElementById('again').click()");

    browser.await("document.body.innerText.includes('4266')");
  }

  @Test
  void nothing_is_loaded_from_anywhere_else() {
    assertThat(
            browser.evaluate(
                "String(performance.getEntriesByType('resource')"
                    + ".every(entry => entry.name.startsWith('"
                    + page.address()
                    + "')))"))
        .isEqualTo("true");
  }

  private void assertReadable(String digits) throws IOException, NotFoundException {
    Raster screen = Raster.of(browser.screenshot());
    assertThat(screen.find(BarcodeFormat.CODE_128)).isEqualTo(digits);
    assertThat(screen.find(BarcodeFormat.QR_CODE)).isEqualTo(digits);
  }

  private void assertBlank() {
    assertThat(browser.evaluate("String(document.getElementById('symbols').hidden)"))
        .isEqualTo("true");
    assertThat(browser.evaluate("String(document.querySelectorAll('path[d]').length)"))
        .isEqualTo("0");
    assertThat(document()).doesNotContain("5733");
  }

  /** Has the page wait for an answer that never comes. */
  private static void stopAnswering() {
    browser.evaluate("fetch = () => new Promise(() => {}); poll(); 0");
  }

  private static void move(long millis) {
    browser.evaluate("moved += " + millis + "; tick()");
  }

  private static String document() {
    return browser.evaluate("document.documentElement.outerHTML");
  }

  private static String text(String id) {
    return browser.evaluate("document.getElementById('" + id + "').textContent");
  }

  private static String attribute(String id, String name) {
    return browser.evaluate("document.getElementById('" + id + "').getAttribute('" + name + "')");
  }

  private static PageState code(String digits, long goneInMillis) {
    PaymentCode code = PaymentCode.parse(digits);
    return new PageState(
        new PageState.Code(
            digits,
            code.toString(),
            PageState.Symbol.barcode(code),
            PageState.Symbol.qrCode(code),
            30_000,
            goneInMillis,
            330_000,
            "agrees with the server's",
            "SUCCESS, 10 codes, 12:00:00Z",
            true),
        30_000,
        "",
        "");
  }
}
