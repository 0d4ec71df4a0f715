package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class TransportTest {

  @Test
  void without_a_file_descriptor_left_nothing_is_sent_and_nothing_thrown() throws Exception {
    Clients none =
        new SeparateClients(
            () -> {
              throw new UncheckedIOException(new IOException("Too many open files"));
            },
            Runnable::run);
    GatewayAddress address = GatewayAddress.parse("https://open-sea-global.alipayplus.com");

    Reply reply =
        new Transport(none, address, Fixtures.reader())
            .post(
                HttpRequest.newBuilder(address.endpoint()),
                RequestBody.of(Fixtures.anyRequest()),
                Fixtures.NOW,
                Deadline.after(Fixtures.LONG));

    assertThat(reply)
        .isEqualTo(
            new Reply.NoResult(Cause.CONNECTION_REFUSED, "no HTTP client: UncheckedIOException"));
  }
}
