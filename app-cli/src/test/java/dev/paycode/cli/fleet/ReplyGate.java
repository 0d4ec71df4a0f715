package dev.paycode.cli.fleet;

import dev.paycode.handling.Reply;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Where a server can be held between the gateway's codes and what it makes of them. Open at first.
 */
final class ReplyGate {

  private volatile CountDownLatch latch = new CountDownLatch(0);

  void close() {
    latch = new CountDownLatch(1);
  }

  void open() {
    latch.countDown();
  }

  /** The gateway whose codes are reported and then pass through here. */
  CodeGateway before(CodeGateway gateway, Reporting reporting) {
    return request -> {
      PreparedCall call = gateway.prepare(request);
      return new PreparedCall() {
        @Override
        public Reply send(Duration timeout) throws InterruptedException {
          Reply reply = call.send(timeout);
          if (reply instanceof Reply.Answer answer && answer.codeCount() > 0) {
            reporting.tell(
                Report.Kind.REPLIED, Report.now(), customer(request), answer.codes().get(0).code());
            latch.await();
          }
          return reply;
        }

        @Override
        public String bodyDigest() {
          return call.bodyDigest();
        }
      };
    };
  }

  private static String customer(CodeRequest request) {
    return request.customerId().value();
  }
}
