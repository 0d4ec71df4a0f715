package dev.paycode.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/wallet",
        "jdbc:postgresql://127.0.0.1:5432/wallet?sslmode=disable",
        "jdbc:postgresql://[::1]/wallet",
        "jdbc:postgresql:///wallet",
        "jdbc:postgresql:wallet"
      })
  void a_server_on_this_machine_may_speak_without_tls(String url) {
    assertThat(PostgresAddress.of(url).isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/wallet",
        "jdbc:postgresql://db.example/wallet?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "jdbc:postgresql://localhost,db.example/wallet",
        "jdbc:postgresql://localhost.example/wallet"
      })
  void a_server_elsewhere_is_checked(String url) {
    assertThat(PostgresAddress.of(url).isLocal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://localhost/wallet?host=db.example, host",
    "jdbc:postgresql:wallet?PGHOST=db.example, PGHOST",
    "jdbc:postgresql:wallet?service=other, service",
    "jdbc:postgresql://db.example/wallet?sslmode=disable, sslmode",
    "jdbc:postgresql://db.example/wallet?sslmode=require, sslmode",
    "jdbc:postgresql://db.example/wallet?sslmode=verify-full&sslmode=prefer, sslmode",
    "jdbc:postgresql://db.example/wallet?sslfactory=org.postgresql.ssl.NonValidatingFactory,"
        + " sslfactory",
    "jdbc:postgresql://db.example/wallet?ssl=true&sslhostnameverifier=any, sslhostnameverifier"
  })
  void nothing_in_the_address_leads_elsewhere_or_turns_the_check_off(String url, String parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresPool.of(url, "paycode", "", 1))
        .withMessageStartingWith(
            "The address of a PostgreSQL server has no '" + parameter + "' in it");
  }

  @Test
  void an_address_that_the_driver_does_not_take_is_not_repeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresPool.of("jdbc:postgresql://canary:x/a/b", "paycode", "", 1))
        .withMessage(
            "PostgreSQL's driver is not there, or does not take the address; use"
                + " jdbc:postgresql://host/database or jdbc:postgresql://host:port/database")
        .withNoCause();
  }
}
