package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {

  @ParameterizedTest
  @CsvSource({
    "memory:, MEMORY, ''",
    "h2:/var/lib/codes, H2, /var/lib/codes",
    "h2:codes, H2, codes",
    "jdbc:postgresql://db.example:5432/wallet?sslrootcert=ca.pem, POSTGRESQL,"
        + " //db.example:5432/wallet?sslrootcert=ca.pem",
    "rediss://redis.example:6380, REDIS_OVER_TLS, //redis.example:6380",
    "redis://localhost, REDIS, //localhost",
    "'rediss://a.example,rediss://b.example', REDIS_OVER_TLS, '//a.example,rediss://b.example'"
  })
  void an_address_begins_with_the_kind_of_store(
      String text, StoreAddress.Kind kind, String location) {
    StoreAddress address = StoreAddress.parse(text);

    assertThat(address.kind()).isEqualTo(kind);
    assertThat(address.location()).isEqualTo(location);
    assertThat(address).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "codes", "/var/lib/codes", "jdbc:mysql://db/wallet", "H2:codes"})
  void other_text_is_refused_with_what_is_allowed(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreAddress.parse(text))
        .withMessage(
            "a store begins with memory:, h2:, jdbc:postgresql:, rediss:, redis:, but this one is '"
                + text
                + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://paycode:canary@db.example/wallet",
        "jdbc:postgresql://db.example/wallet?password=canary",
        "jdbc:postgresql://db.example/wallet?ssl=true&PassWord=canary",
        "jdbc:postgresql://db.example/wallet?sslpassword=canary",
        "jdbc:mysql://paycode:canary@db.example/wallet",
        "rediss://:canary@redis.example",
        "rediss://a.example,rediss://paycode:canary@b.example"
      })
  void a_password_in_the_address_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreAddress.parse(text))
        .withMessageContaining("PAYCODE_STORE_PASSWORD")
        .withMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis:",
        "rediss://",
        "redis://redis.example",
        "rediss://redis.example/1",
        "rediss://a.example,",
        "rediss://a.example,redis://b.example",
        "rediss://a.example,b.example"
      })
  void an_address_of_redis_is_one_as_the_store_takes_it(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreAddress.parse(text))
        .withMessageStartingWith("Redis address '")
        .withMessageContaining("use rediss://host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2:", "h2: ", "h2:codes;INIT=anything"})
  void a_file_has_a_path_and_no_settings_of_h2(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreAddress.parse(text))
        .withMessageContaining("without a semicolon");
  }

  @Test
  void memory_has_nothing_after_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoreAddress.parse("memory:codes"))
        .withMessage("memory: has nothing after it, but this is 'memory:codes'");
  }
}
