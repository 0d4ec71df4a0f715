package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Reply;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.result.SpecifiedCode;
import dev.paycode.sandbox.Issuance;
import dev.paycode.sandbox.Pause;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxCall;
import dev.paycode.sandbox.Script;
import dev.paycode.sandbox.ScriptedCustomer;
import dev.paycode.sandbox.junit.SandboxExtension;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class WalletTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private CodeGateway wallet;

  @BeforeEach
  void point_the_wallet_at_the_sandbox(Sandbox sandbox) {
    wallet =
        HttpCodeGateway.to(
                GatewayAddress.parse(sandbox.uri().toString()),
                sandbox.clientId(),
                RsaSigner.of(sandbox.keys().mppPrivateKey(), sandbox.keyVersion()),
                RsaVerifier.of(sandbox.keys().alipayPublicKey()))
            .build();
  }

  private static CodeRequest twoCodesFor(String customer) {
    return CodeRequest.of(CustomerId.parse(customer), DeviceEnvironment.of("device-0001"))
        .asking(CodeQuantity.of(2));
  }

  @Test
  void the_codes_that_came_are_the_codes_in_the_ledger(Sandbox sandbox) throws Exception {
    Reply reply = wallet.prepare(twoCodesFor("alice")).send(TIMEOUT);

    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Answer.class,
            answer ->
                assertThat(answer.codes())
                    .isEqualTo(
                        sandbox.issuedTo(CustomerId.parse("alice")).stream()
                            .map(Issuance::code)
                            .toList()));
  }

  @Test
  void an_answer_that_nobody_signed_has_no_codes(Sandbox sandbox) throws Exception {
    Reply reply = wallet.prepare(twoCodesFor("sandbox-UNSIGNED")).send(TIMEOUT);

    assertThat(reply.codeCount()).isZero();
    assertThat(sandbox.issuedTo(CustomerId.parse("sandbox-UNSIGNED"))).hasSize(2);
  }

  @Test
  void the_next_two_calls_fail(Sandbox sandbox) throws Exception {
    sandbox.answerNext(
        Script.result(SpecifiedCode.UNKNOWN_EXCEPTION), Script.like(ScriptedCustomer.HTTP_502));

    assertThat(wallet.prepare(twoCodesFor("bob")).send(TIMEOUT).codeCount()).isZero();
    assertThat(wallet.prepare(twoCodesFor("bob")).send(TIMEOUT).codeCount()).isZero();
    assertThat(wallet.prepare(twoCodesFor("bob")).send(TIMEOUT).codeCount()).isEqualTo(2);
    assertThat(sandbox.calls())
        .extracting(SandboxCall::answer)
        .endsWith("UNKNOWN_EXCEPTION", "HTTP-502", "SUCCESS");
  }

  @Test
  void customers_without_a_region_are_refused(Sandbox sandbox) throws Exception {
    sandbox.answer(
        request -> request.region().isEmpty(), Script.result(SpecifiedCode.PARAM_ILLEGAL));

    assertThat(wallet.prepare(twoCodesFor("carol")).send(TIMEOUT).statedResult())
        .hasValueSatisfying(result -> assertThat(result.code()).hasToString("PARAM_ILLEGAL"));
  }

  @Test
  void something_happens_while_a_call_is_under_way(Sandbox sandbox) throws Exception {
    Pause pause = new Pause();
    sandbox.answerNext(Script.codes().heldBy(pause));
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(() -> sent(wallet, twoCodesFor("dave")));

    pause.awaitCall();
    // The call has arrived, and its answer waits.
    assertThat(reply).isNotDone();
    pause.release();

    assertThat(reply.get(30, TimeUnit.SECONDS).codeCount()).isEqualTo(2);
  }

  private static Reply sent(CodeGateway wallet, CodeRequest request) {
    try {
      return wallet.prepare(request).send(Duration.ofSeconds(30));
    } catch (InterruptedException unwanted) {
      throw new AssertionError(unwanted);
    }
  }
}
