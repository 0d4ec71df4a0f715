package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "gatewayy, gateway",
    "gatway, gateway",
    "GATEWAY, gateway",
    "cleintId, clientId",
    "lgo, log",
    "connection, connectionReuse",
    "TRUST, trustStore",
    "privatekey, privateKey",
    "keyversion, keyVersion"
  })
  void a_slip_or_two_find_the_word_that_was_meant(String word, String meant) {
    assertThat(Nearest.to(word, Setting.all().map(Setting::property))).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"xyz", "g", "timeout"})
  void another_word_finds_nothing(String word) {
    assertThat(Nearest.to(word, Setting.all().map(Setting::property))).isEmpty();
    assertThat(Nearest.question(word, Stream.of("gateway"))).isEmpty();
  }

  @Property
  void a_known_word_is_nearest_to_itself(@ForAll @AlphaChars @NotEmpty String word) {
    assertThat(Nearest.to(word, Stream.of(word + "x", word, "x" + word))).hasValue(word);
  }
}
