package dev.paycode.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.paycode.request.CustomerId;
import java.io.IOException;
import java.util.Arrays;

/** Answers that break the rules of HTTP/1.1, or end before their end. */
final class FramingFaults {

  private static final String LENGTH = "Content-Length";
  private static final CustomerId SOMEBODY_ELSE = CustomerId.parse("somebody-else");
  private static final int HUGE_HEADER = 400_000;
  private static final int MOST_FILLINGS = 1_000;
  private static final byte[] FILLING = " ".repeat(65_536).getBytes(US_ASCII);
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(US_ASCII);

  private FramingFaults() {}

  /** Ends by a reset of TCP, the request having been read. */
  static Delivery reset() {
    return Connection::reset;
  }

  static Delivery resetWithin(Answer answer) {
    return connection -> {
      connection.write(answer.head());
      connection.write(half(answer));
      connection.reset();
    };
  }

  static Delivery hungUp() {
    return Connection::close;
  }

  static Delivery hungUpAfter(Answer answer) {
    return connection -> {
      answer.over(connection);
      connection.close();
    };
  }

  static Delivery truncated(Answer answer) {
    return connection -> {
      connection.write(answer.head());
      connection.write(half(answer));
      connection.close();
    };
  }

  /** Without a length, and without the farewell of TLS: nothing but the signature can notice. */
  static Delivery cut(Answer answer) {
    return connection -> {
      connection.write(answer.without(LENGTH).head());
      connection.write(half(answer));
      connection.cut();
    };
  }

  static Delivery chunked(Answer answer) {
    return connection -> {
      connection.write(chunkedHead(answer));
      connection.write(answer.body());
      connection.write(END_OF_CHUNKS);
    };
  }

  static Delivery truncatedChunk(Answer answer) {
    return connection -> {
      connection.write(chunkedHead(answer));
      connection.write(half(answer));
      connection.close();
    };
  }

  static Delivery badChunk(Answer answer) {
    return connection -> {
      connection.write(withoutLength(answer).head());
      connection.write("many\r\n".getBytes(US_ASCII));
      connection.write(answer.body());
      connection.close();
    };
  }

  private static Answer withoutLength(Answer answer) {
    return answer.without(LENGTH).with("Transfer-Encoding", "chunked");
  }

  private static byte[] chunkedHead(Answer answer) {
    String size = Integer.toHexString(answer.body().length) + "\r\n";
    return joined(withoutLength(answer).head(), size.getBytes(US_ASCII));
  }

  static Delivery lengths(Answer answer, String... lengths) {
    return hungUpAfter(answer.with(LENGTH, lengths));
  }

  static Delivery lengthAndChunks(Answer answer) {
    return connection -> {
      connection.write(answer.with("Transfer-Encoding", "chunked").head());
      connection.write(
          joined(Integer.toHexString(answer.body().length).getBytes(US_ASCII), "\r\n"));
      connection.write(joined(answer.body(), "\r\n0\r\n\r\n"));
      connection.close();
    };
  }

  /** A second answer right behind the first, rightly signed, with somebody else's codes. */
  static Delivery followedByAnother(Call call) {
    Answer surplus =
        call.signed(
            call.success(call.issueTo(SOMEBODY_ELSE, Windows.from(call.now(), call.quantity()))));
    byte[] both = joined(call.codes().bytes(), surplus.bytes());
    return connection -> connection.write(both);
  }

  static Delivery afterInterimAnswers(Answer answer) {
    return connection -> {
      connection.write(CONTINUE);
      connection.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes(US_ASCII));
      connection.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".getBytes(US_ASCII));
      answer.over(connection);
    };
  }

  static Delivery endlessInterimAnswers() {
    return connection -> repeat(CONTINUE, connection);
  }

  static Delivery switchedProtocols() {
    return raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n");
  }

  static Delivery garbage() {
    return raw("\1\2 no HTTP at all\r\n\r\n");
  }

  private static Delivery raw(String text) {
    return connection -> {
      connection.write(text.getBytes(US_ASCII));
      connection.close();
    };
  }

  static Answer hugeHeader(Answer answer) {
    return answer.with("X-Filling", "x".repeat(HUGE_HEADER));
  }

  static Delivery endlessBody(Answer answer) {
    return connection -> {
      connection.write(answer.without(LENGTH).head());
      connection.write(answer.body());
      repeat(FILLING, connection);
    };
  }

  /** Until the client has enough, or the bound is reached. */
  private static void repeat(byte[] bytes, Connection connection) throws IOException {
    for (int times = 0; times < MOST_FILLINGS; times++) {
      connection.write(bytes);
    }
    connection.close();
  }

  private static byte[] half(Answer answer) {
    return Arrays.copyOf(answer.body(), answer.body().length / 2);
  }

  private static byte[] joined(byte[] first, String second) {
    return joined(first, second.getBytes(US_ASCII));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
