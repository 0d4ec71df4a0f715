package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageGuardTest {

  private static final Optional<String> OURS = Optional.of("127.0.0.1:8080");

  private final PageGuard guard = PageGuard.of(8080, new SecureRandom());
  private final String path = guard.address().substring("http://127.0.0.1:8080".length());

  @Test
  void the_address_holds_a_token_that_nobody_can_guess() {
    assertThat(path).matches("/[A-Za-z0-9_-]{32}/");
    assertThat(PageGuard.of(8080, new SecureRandom()).address()).isNotEqualTo(guard.address());
  }

  @Test
  void whoever_knows_the_address_is_answered() {
    assertThat(status("GET", path, OURS)).isEqualTo(200);
    assertThat(status("HEAD", path, Optional.of("localhost:8080"))).isEqualTo(200);
    assertThat(judge("GET", path + "page.css", OURS, Optional.of("same-origin")).name())
        .isEqualTo("page.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "127.0.0.1",
        "127.0.0.1:8081",
        "127.0.0.1:80800",
        "localhost",
        "127.0.0.1:8080.evil.example",
        ""
      })
  void another_host_is_refused_even_with_the_token(String host) {
    assertThat(status("GET", path, Optional.of(host))).isEqualTo(421);
  }

  @Test
  void no_host_is_refused() {
    assertThat(status("GET", path, Optional.empty())).isEqualTo(421);
  }

  @Test
  void another_token_is_not_found() {
    String other = PageGuard.of(8080, new SecureRandom()).address().substring(21);

    assertThat(status("GET", other, OURS)).isEqualTo(404);
    assertThat(status("GET", "/", OURS)).isEqualTo(404);
    assertThat(status("GET", "//", OURS)).isEqualTo(404);
    assertThat(status("GET", "", OURS)).isEqualTo(404);
    assertThat(status("GET", path.substring(0, path.length() - 1), OURS)).isEqualTo(404);
    assertThat(status("GET", path.substring(0, path.length() - 2) + "/", OURS)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"})
  void other_methods_than_reading_are_refused(String method) {
    assertThat(status(method, path, OURS)).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void a_foreign_page_may_link_to_the_page_and_read_nothing(String site) {
    assertThat(judge("GET", path, OURS, Optional.of(site)).status()).isEqualTo(200);
    assertThat(judge("GET", path + "state", OURS, Optional.of(site)).status()).isEqualTo(403);
  }

  @Test
  void it_does_not_tell_the_token_when_it_is_told_of() {
    assertThat(guard.toString()).doesNotContain(path.substring(1, 9));
  }

  private int status(String method, String requested, Optional<String> host) {
    return judge(method, requested, host, Optional.empty()).status();
  }

  private PageGuard.Verdict judge(
      String method, String requested, Optional<String> host, Optional<String> site) {
    return guard.judge(new PageGuard.PageRequest(method, requested, host, site));
  }
}
