package dev.paycode.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no test of behaviour would notice in time: Lettuce must hear it for servers and clusters.
 */
class RedisSettingsTest {

  private static final Command<String, String, String> ANY =
      new Command<>(CommandType.GET, new StatusOutput<>(StringCodec.UTF8));

  static Stream<ClientOptions> options() {
    RedisSettings settings = new RedisSettings(Duration.ofMillis(500), SslOptions.create());
    return Stream.of(settings.forServer(), settings.forCluster());
  }

  @ParameterizedTest
  @MethodSource("options")
  void an_answer_is_waited_for_half_a_second_and_never_longer(ClientOptions options) {
    assertThat(options.getTimeoutOptions().isTimeoutCommands()).isTrue();
    assertThat(
            options
                .getTimeoutOptions()
                .getSource()
                .getTimeUnit()
                .toMillis(options.getTimeoutOptions().getSource().getTimeout(ANY)))
        .isEqualTo(500);
    assertThat(options.getMaintNotificationsConfig().maintNotificationsEnabled()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("options")
  void nothing_is_kept_for_later_or_sent_again(ClientOptions options) {
    assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
    assertThat(options.getReplayFilter().test(ANY)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("options")
  void the_queue_is_bounded(ClientOptions options) {
    assertThat(options.getRequestQueueSize()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @MethodSource("options")
  void the_password_goes_into_auth_alone(ClientOptions options) {
    assertThat(options.getConfiguredProtocolVersion()).isEqualTo(ProtocolVersion.RESP2);
  }

  @ParameterizedTest
  @CsvSource({
    "redis://127.0.0.1:7000,      true",
    "redis://[::1]:7000,          true",
    "redis://10.0.0.1:7000,       false",
    "rediss://node-2.example:7000, true"
  })
  void a_node_of_a_cluster_that_is_elsewhere_is_not_spoken_to_in_clear(
      String announced, boolean isSpokenTo) {
    RedisSettings settings = new RedisSettings(Duration.ofMillis(500), SslOptions.create());
    RedisClusterNode node = RedisClusterNode.of("any");
    node.setUri(RedisURI.create(announced));

    assertThat(settings.forCluster().getNodeFilter().test(node)).isEqualTo(isSpokenTo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999999S", "PT0.500000001S", "PT60S"})
  void a_timeout_that_helps_nobody_is_refused(Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisStore.at("redis://localhost").timeout(timeout))
        .withMessage("Redis may take between 1 and 500 milliseconds to answer, not " + timeout);
  }

  @Test
  void the_shortest_and_the_longest_timeout_are_taken() {
    assertThatNoException()
        .isThrownBy(
            () ->
                RedisStore.at("redis://localhost")
                    .timeout(Duration.ofMillis(1))
                    .timeout(Duration.ofMillis(500)));
  }
}
