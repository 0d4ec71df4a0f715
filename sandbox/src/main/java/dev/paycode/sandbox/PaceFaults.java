package dev.paycode.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** Answers that come late, slowly, or never. */
final class PaceFaults {

  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration DRIP = Duration.ofMillis(100);

  private PaceFaults() {}

  static Delivery noAnswer(Call call) {
    return call.memory().held()::hold;
  }

  static Delivery slow(Call call) {
    Answer answer = call.codes();
    return connection -> {
      connection.pause(SLOW);
      answer.over(connection);
    };
  }

  static Delivery slowHead(Call call) {
    Answer answer = call.codes();
    return connection -> {
      drip(answer.head(), connection);
      connection.write(answer.body());
    };
  }

  static Delivery slowBody(Call call) {
    Answer answer = call.codes();
    return connection -> {
      connection.write(answer.head());
      drip(answer.body(), connection);
    };
  }

  /** Half of the body, and then nothing on a connection that stays open. */
  static Delivery stalledBody(Call call) {
    Answer answer = call.codes();
    return connection -> {
      connection.write(answer.head());
      connection.write(Arrays.copyOf(answer.body(), answer.body().length / 2));
      call.memory().held().hold(connection);
    };
  }

  private static void drip(byte[] bytes, Connection connection) throws IOException {
    for (byte drop : bytes) {
      connection.write(new byte[] {drop});
      connection.pause(DRIP);
    }
  }
}
