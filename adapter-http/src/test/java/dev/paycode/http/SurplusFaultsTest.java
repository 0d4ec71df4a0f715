package dev.paycode.http;

import static dev.paycode.http.Fixtures.LONG;
import static dev.paycode.http.Fixtures.entry;
import static dev.paycode.http.Fixtures.gatewayAt;
import static dev.paycode.http.Fixtures.success;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a gateway sends beyond its answer: another customer's, signed and fresh. */
class SurplusFaultsTest {

  private static final int CALLS = 100;

  private static final HttpReply OWN = HttpReply.signed(success(entry(Fixtures.FIRST_CODE)));
  private static final HttpReply FOREIGN = HttpReply.signed(success(entry(Fixtures.SECOND_CODE)));
  private static final HttpReply NOTHING = HttpReply.unsigned("");

  /** Answers of which each ends in another way. */
  private static final Map<String, byte[]> ANSWERS =
      Map.ofEntries(
          Map.entry("length", OWN.bytes()),
          Map.entry("chunked", OWN.chunked(1000)),
          Map.entry("small chunks", OWN.chunked(7)),
          Map.entry("no length", NOTHING.bytes()),
          Map.entry("no chunk", NOTHING.chunked(1)),
          Map.entry("chunked page", HttpReply.unsigned("<html>").chunked(9)),
          Map.entry("chunked 502", HttpReply.unsigned("<html>").status(502).chunked(9)),
          Map.entry("unsigned F", HttpReply.unsigned(Fixtures.result("F", "A")).chunked(99)),
          Map.entry("204", NOTHING.without("Content-Length").status(204).bytes()),
          Map.entry("204 of length 0", NOTHING.status(204).bytes()),
          Map.entry(
              "204 with a length", NOTHING.status(204).replacing("Content-Length", "5").bytes()),
          Map.entry("304", NOTHING.without("Content-Length").status(304).bytes()),
          Map.entry("101", "HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n".getBytes(ISO_8859_1)));

  @Fault({
    "length",
    "chunked",
    "small chunks",
    "no length",
    "no chunk",
    "chunked page",
    "chunked 502",
    "unsigned F",
    "204",
    "204 of length 0",
    "204 with a length",
    "304",
    "101"
  })
  void row_22_what_follows_an_answer_never_reaches_another_call(String answer) throws Exception {
    for (ConnectionReuse reuse : Set.of(ConnectionReuse.HTTP_2_ONLY, ConnectionReuse.NEVER)) {
      Set<Reply> replies = ConcurrentHashMap.newKeySet();
      try (ScriptedGateway server =
          ScriptedGateway.playing(
              connection -> {
                connection.send(ANSWERS.get(answer));
                connection.send(FOREIGN.bytes());
              })) {
        HttpCodeGateway gateway = gatewayAt(server.address()).connectionReuse(reuse).build();
        for (int call = 0; call < CALLS; call++) {
          replies.add(gateway.prepare(Fixtures.anyRequest()).send(LONG));
        }

        assertThat(replies).doesNotContain(Fixtures.reader().read(FOREIGN.raw(), Fixtures.NOW));
        assertThat(server.connections()).isEqualTo(CALLS);
      }
    }
  }

  @Fault
  void row_22_nor_does_it_reach_one_of_many_calls_at_once() throws Exception {
    try (ScriptedGateway server =
        ScriptedGateway.playing(
            connection -> {
              connection.send(OWN.chunked(500));
              connection.send(FOREIGN.bytes());
            })) {
      HttpCodeGateway gateway = gatewayAt(server.address()).build();
      Set<Reply> replies =
          Together.each(8, () -> gateway.prepare(Fixtures.anyRequest()).send(LONG), CALLS);

      assertThat(replies).containsExactly(Fixtures.reader().read(OWN.raw(), Fixtures.NOW));
      assertThat(server.connections()).isEqualTo(8 * CALLS);
    }
  }

  @Fault
  void row_22_an_empty_answer_does_not_leave_its_connection_open() throws Exception {
    Handled.facing(
            connection -> {
              connection.send(NOTHING.bytes());
              connection.stall();
            })
        .gaveUp(Handled.ONCE, Cause.SIGNATURE_MISSING);
  }
}
