package dev.paycode.http;

import dev.paycode.contract.CodeGatewayContract;
import dev.paycode.port.out.CodeGateway;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpCodeGatewayAsCodeGatewayTest extends CodeGatewayContract {

  private final List<ScriptedGateway> peers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (ScriptedGateway peer : peers) {
      peer.close();
    }
  }

  @Override
  protected CodeGateway issuing() throws IOException {
    HttpReply oneCode = HttpReply.signed(Fixtures.success(Fixtures.entry(Fixtures.FIRST_CODE)));
    return before(ScriptedGateway.answering(oneCode));
  }

  @Override
  protected CodeGateway silent() throws IOException {
    return before(ScriptedGateway.playing(connection -> {}));
  }

  private CodeGateway before(ScriptedGateway peer) {
    peers.add(peer);
    return Fixtures.gatewayAt(peer.address()).build();
  }

  @Override
  protected int received() {
    return peers.stream().mapToInt(peer -> peer.requests().size()).sum();
  }
}
