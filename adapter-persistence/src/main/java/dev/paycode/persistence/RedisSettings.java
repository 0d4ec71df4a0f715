package dev.paycode.persistence;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What Lettuce is told. Its defaults wait a minute for an answer, which is a code's whole life,
 * keep commands while there is no connection and send them again over the next one.
 *
 * @param timeout how long an answer may take
 * @param tls which certificates are trusted
 */
record RedisSettings(Duration timeout, SslOptions tls) {

  /** How long TCP, TLS and AUTH may take together; no caller waits for it but the first. */
  static final Duration CONNECTING = Duration.ofSeconds(5);

  private static final Duration TCP_CONNECTING = Duration.ofSeconds(2);
  private static final int MOST_UNANSWERED = 10_000;
  private static final Duration REFRESH = Duration.ofSeconds(30);
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);

  ClientOptions forServer() {
    return with(ClientOptions.builder()).build();
  }

  ClusterClientOptions forCluster() {
    return with(ClusterClientOptions.builder())
        .nodeFilter(
            node -> node.getUri().isSsl() || RedisAddress.isLoopback(node.getUri().getHost()))
        .topologyRefreshOptions(
            ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(REFRESH)
                .adaptiveRefreshTriggersTimeout(BETWEEN_REFRESHES)
                .build())
        .build();
  }

  /** All for both: to copy them from one kind of options to the other would lose some. */
  private <B extends ClientOptions.Builder> B with(B options) {
    options
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .requestQueueSize(MOST_UNANSWERED)
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(SocketOptions.builder().connectTimeout(TCP_CONNECTING).build())
        .sslOptions(tls)
        // in the older protocol only AUTH has the password, and no server repeats it in an error
        .protocolVersion(ProtocolVersion.RESP2)
        // they would stretch the timeout to ten seconds
        .maintNotificationsConfig(MaintNotificationsConfig.disabled());
    return options;
  }

  ClientResources resources() {
    return ClientResources.builder()
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .reconnectDelay(
            Delay.fullJitter(
                Duration.ofMillis(10), Duration.ofSeconds(1), 10, TimeUnit.MILLISECONDS))
        .nettyCustomizer(
            new NettyCustomizer() {
              @Override
              public void afterChannelInitialized(Channel channel) {
                UnloggedCredentials.on(channel);
                channel.pipeline().addFirst(new SilentPeer(timeout.multipliedBy(2)));
              }
            })
        .build();
  }
}
