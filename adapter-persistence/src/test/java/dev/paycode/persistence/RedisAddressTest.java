package dev.paycode.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisAddressTest {

  @ParameterizedTest
  @CsvSource({
    "rediss://redis.example:6380, rediss://redis.example:6380",
    "rediss://redis.example,      rediss://redis.example:6379",
    "REDISS://Redis.Example/,     rediss://redis.example:6379",
    "redis://localhost,           redis://localhost:6379",
    "redis://127.0.0.1:7000,      redis://127.0.0.1:7000",
    "redis://[::1]:7000,          redis://[::1]:7000"
  })
  void an_address_is_read_and_written(String text, String address) {
    assertThat(RedisAddress.parse(text)).hasToString(address);
    assertThat(RedisAddress.parse(address)).isEqualTo(RedisAddress.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "redis://redis.example,              is not encrypted and leaves this machine",
    "redis://127.0.0.1.example,          is not encrypted and leaves this machine",
    "redis://10.0.0.1:6379,              is not encrypted and leaves this machine",
    "http://localhost,                   has another scheme",
    "redis.example:6379,                 names no scheme or no host",
    "localhost,                          names no scheme or no host",
    "rediss://,                          is not a URL",
    "rediss://a b,                       is not a URL",
    "rediss://redis.example/1,           goes on after the port",
    "rediss://redis.example?timeout=60s, goes on after the port",
    "rediss://redis.example#a,           goes on after the port",
    "rediss://redis.example:0,           has a port outside 1 to 65535",
    "rediss://redis.example:65536,       has a port outside 1 to 65535"
  })
  void anything_else_is_refused_with_what_is_allowed(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisStore.at(text))
        .withMessage(
            "Redis address '"
                + text
                + "' "
                + problem
                + "; use rediss://host or rediss://host:port (redis only to localhost), such as"
                + " rediss://redis.example:6380");
  }

  @Test
  void a_password_in_it_is_not_repeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisStore.at("rediss://me:s3cret@redis.example"))
        .withMessageStartingWith(
            "Redis address 'rediss://***@redis.example' names a user, who is to be named apart from"
                + " it, with the password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisStore.at("rediss://me:s3 cret@redis.example"))
        .withMessageStartingWith("Redis address 'rediss://***@redis.example' is not a URL");
  }
}
