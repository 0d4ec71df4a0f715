package dev.paycode.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestValuesTest {

  @Property
  void a_customer_id_of_1_to_64_characters_is_kept_as_it_is(
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String text) {
    assertThat(CustomerId.parse(text).value()).isEqualTo(text);
    assertThat(CustomerId.parse(text)).hasToString("CustomerId[" + text.length() + " characters]");
  }

  @Test
  void characters_outside_the_basic_plane_count_once() {
    assertThat(CustomerId.parse("😀".repeat(64)).value()).hasSize(128);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerId.parse("😀".repeat(65)))
        .withMessage("customerId has 65 characters; it must have 1 to 64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u3000"})
  void a_blank_customer_id_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerId.parse(text))
        .withMessage("customerId is blank; it must have 1 to 64 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "10,U+000A",
    "0,U+0000",
    "127,U+007F",
    "133,U+0085",
    "8232,U+2028",
    "8233,U+2029",
    "55296,U+D800"
  })
  void a_customer_id_with_a_character_that_cannot_be_printed_or_encoded_is_refused(
      int character, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerId.parse("a" + (char) character + "b"))
        .withMessage(
            "customerId contains the character "
                + name
                + "; control characters and lone surrogates are not allowed");
  }

  @Property
  void every_region_of_the_jdk_is_one(@ForAll @From("regions") String code) {
    assertThat(Region.parse(code)).hasToString(code);
    assertThat(Region.parse(code).code()).isEqualTo(code);
  }

  @Provide
  static Arbitrary<String> regions() {
    return Arbitraries.of(Locale.getISOCountries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jp|region 'jp' is not a country code; write it in capitals: JP",
        "zz|region 'zz' is not a country code; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN",
        "JPN|region 'JPN' is not a country code; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN",
        "''|region '' is not a country code; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN",
        "Wonderland|region 'Wonderla…' is not a country code; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN",
        "日本|region '??' is not a country code; use two capital letters of ISO 3166-1 alpha-2, such as JP or CN"
      })
  void other_regions_are_refused_by_name(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Region.parse(text)).withMessage(message);
  }

  @Property
  void quantities_of_1_to_10_are_parsed_from_what_they_print(
      @ForAll @IntRange(min = 1, max = 10) int value) {
    assertThat(CodeQuantity.parse(CodeQuantity.of(value).toString()).value()).isEqualTo(value);
  }

  @Property
  void other_quantities_are_refused(@ForAll int value) {
    if (value < 1 || value > 10) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CodeQuantity.of(value))
          .withMessage("quantity '" + value + "' is not a whole number from 1 to 10");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "01", "+1", "1.0", " 1", "0", "11", "-1", "１"})
  void other_texts_are_no_quantities(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeQuantity.parse(text))
        .withMessage("quantity '" + text + "' is not a whole number from 1 to 10");
  }

  @Test
  void a_very_long_quantity_is_cut_in_the_message() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeQuantity.parse("1234567890123"))
        .withMessage("quantity '123456789012…' is not a whole number from 1 to 10");
  }

  @Test
  void a_device_tells_what_is_set_and_its_token_first() {
    DeviceEnvironment device =
        DeviceEnvironment.of("device-0001")
            .with(OsType.IOS)
            .with(TerminalType.APP)
            .withClientIp("2001:db8::1")
            .withCookieId("cookie")
            .withUserAgent("agent/1.0");

    assertThat(device.fields())
        .containsExactly(
            Map.entry("deviceTokenId", "device-0001"),
            Map.entry("osType", "IOS"),
            Map.entry("terminalType", "APP"),
            Map.entry("clientIp", "2001:db8::1"),
            Map.entry("cookieId", "cookie"),
            Map.entry("userAgent", "agent/1.0"));
    assertThat(device.deviceTokenId()).isEqualTo("device-0001");
    assertThat(device)
        .hasToString(
            "DeviceEnvironment[deviceTokenId, osType, terminalType, clientIp, cookieId, userAgent]");
  }

  @Test
  void devices_differ_by_what_is_told_of_them() {
    assertThat(DeviceEnvironment.of("a"))
        .isEqualTo(DeviceEnvironment.of("a"))
        .hasSameHashCodeAs(DeviceEnvironment.of("a"))
        .isNotEqualTo(DeviceEnvironment.of("b"))
        .isNotEqualTo(DeviceEnvironment.of("a").with(OsType.IOS))
        .isNotEqualTo("a");
  }

  @Test
  void each_field_of_a_device_has_its_limit() {
    DeviceEnvironment device = DeviceEnvironment.of("d");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeviceEnvironment.of("d".repeat(65)))
        .withMessage("deviceTokenId has 65 characters; it must have 1 to 64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device.withClientIp("1".repeat(40)))
        .withMessage("clientIp has 40 characters; it must have 1 to 39");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device.withCookieId(" "))
        .withMessage("cookieId is blank; it must have 1 to 256 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> device.withUserAgent("u".repeat(1025)))
        .withMessage("userAgent has 1025 characters; it must have 1 to 1024");
  }

  @Test
  void a_request_asks_for_one_code_in_no_region_unless_told_otherwise() {
    CodeRequest request = anyRequest();

    assertThat(request.quantity()).isEqualTo(CodeQuantity.ONE);
    assertThat(request.region()).isEmpty();
    assertThat(request.asking(CodeQuantity.MOST).quantity().value()).isEqualTo(10);
    assertThat(request.in(Region.parse("JP")).region()).hasValue(Region.parse("JP"));
  }

  @Test
  void changing_a_request_leaves_the_rest_of_it() {
    CodeRequest request = anyRequest().in(Region.parse("JP")).asking(CodeQuantity.of(3));

    assertThat(request.customerId()).isEqualTo(CustomerId.parse("customer"));
    assertThat(request.environment()).isEqualTo(DeviceEnvironment.of("device"));
    assertThat(request.in(Region.parse("CN")).quantity()).isEqualTo(CodeQuantity.of(3));
    assertThat(request)
        .isEqualTo(anyRequest().asking(CodeQuantity.of(3)).in(Region.parse("JP")))
        .hasSameHashCodeAs(anyRequest().asking(CodeQuantity.of(3)).in(Region.parse("JP")))
        .isNotEqualTo(anyRequest())
        .isNotEqualTo(request.in(Region.parse("CN")))
        .isNotEqualTo(request.asking(CodeQuantity.ONE))
        .isNotEqualTo("a request");
  }

  @Test
  void the_holder_changes_with_customer_region_and_device_but_not_with_the_quantity() {
    CodeHolder holder = anyRequest().holder();

    assertThat(anyRequest().asking(CodeQuantity.MOST).holder())
        .isEqualTo(holder)
        .hasSameHashCodeAs(holder);
    assertThat(anyRequest().in(Region.parse("JP")).holder()).isNotEqualTo(holder);
    assertThat(request("other", "device").holder()).isNotEqualTo(holder);
    assertThat(request("customer", "other").holder()).isNotEqualTo(holder);
    assertThat(holder).isNotEqualTo("a holder");
    assertThat(holder.region()).isEqualTo(Optional.empty());
    assertThat(holder.customerId()).isEqualTo(CustomerId.parse("customer"));
    assertThat(holder.deviceTokenId()).isEqualTo("device");
    assertThat(CodeHolder.of(CustomerId.parse("customer"), "device")).isEqualTo(holder);
    assertThat(holder.in(Region.parse("JP")).region()).hasValue(Region.parse("JP"));
    assertThat(holder.in(Region.parse("JP")))
        .isEqualTo(anyRequest().in(Region.parse("JP")).holder());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeHolder.of(CustomerId.parse("customer"), ""))
        .withMessage("deviceTokenId is blank; it must have 1 to 64 characters");
  }

  @Test
  void no_text_of_a_request_tells_whose_it_is() {
    assertThat(anyRequest().in(Region.parse("JP")))
        .hasToString(
            "CodeRequest[CodeHolder[CustomerId[8 characters], region=JP],"
                + " DeviceEnvironment[deviceTokenId], quantity=1]");
    assertThat(anyRequest().holder())
        .hasToString("CodeHolder[CustomerId[8 characters], region=none]");
  }

  private static CodeRequest anyRequest() {
    return request("customer", "device");
  }

  private static CodeRequest request(String customer, String device) {
    return CodeRequest.of(CustomerId.parse(customer), DeviceEnvironment.of(device));
  }
}
