package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.IssuedCode;
import dev.paycode.handling.Outcome;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.JdbcStore;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.persistence.PostgresPool;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.result.SpecifiedCode;
import dev.paycode.sandbox.Issuance;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import dev.paycode.sandbox.Script;
import dev.paycode.sandbox.ScriptedCustomer;
import dev.paycode.sandbox.junit.SandboxExtension;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wallet's server, wired as in production, and somebody who attacks it. */
class AttackerGetsNothingTest {

  private static final SandboxTls TLS = SandboxTls.generate();
  private static final SandboxOptions ALIPAY_PLUS =
      SandboxOptions.of(SandboxKeys.generate(), InstantSource.system(), new SecureRandom())
          .withTls(TLS);

  /** How many retries all customers of a process have together. */
  private static final int RETRY_BUDGET = 500 / 14;

  @RegisterExtension final SandboxExtension sandbox = SandboxExtension.with(ALIPAY_PLUS);

  private static UseCases walletFacing(Sandbox gateway) {
    return walletFacing(gateway, MemoryStore.holding(1_000, InstantSource.system()));
  }

  private static UseCases walletFacing(Sandbox gateway, CodeStore store) {
    HttpCodeGateway https =
        HttpCodeGateway.to(
                GatewayAddress.parse(gateway.uri().toString()),
                gateway.clientId(),
                RsaSigner.of(gateway.keys().mppPrivateKey(), gateway.keyVersion()),
                RsaVerifier.of(gateway.keys().alipayPublicKey()))
            .trusting(TLS.trustStore())
            .build();
    TimeAndChance impatient =
        new TimeAndChance(InstantSource.system(), System::nanoTime, pause -> {}, () -> 0.5);
    return UseCases.over(https, store, store, impatient).build();
  }

  private static CodeRequest codesFor(String customer) {
    return CodeRequest.of(CustomerId.parse(customer), DeviceEnvironment.of("device-0001"));
  }

  @Test
  void without_an_attacker_there_is_a_code(Sandbox gateway) {
    assertThat(walletFacing(gateway).present().present(codesFor("alice")))
        .isInstanceOf(Showing.Code.class);
  }

  static Stream<SandboxTls> false_certificates() {
    return Stream.of(
        SandboxTls.generate(), TLS.expired(), TLS.notYetValid(), TLS.forHost("evil.example"));
  }

  @ParameterizedTest
  @MethodSource("false_certificates")
  void with_a_false_certificate(SandboxTls certificate) throws IOException {
    try (Sandbox impostor = Sandbox.start(ALIPAY_PLUS.withTls(certificate))) {
      assertThat(walletFacing(impostor).obtain().obtain(codesFor("alice")))
          .isInstanceOf(Outcome.Misconfigured.class);
      assertThat(impostor.calls()).as("requests that he got to see").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ScriptedCustomer.class,
      names = {"UNSIGNED", "WRONGLY_SIGNED", "OTHER_PATH", "TWO_SIGNATURES", "CODES_WITH_201"})
  void with_a_success_that_is_not_as_alipay_plus_sends_it(
      ScriptedCustomer success, Sandbox gateway) {
    gateway.answer(request -> true, Script.like(success));

    assertThat(walletFacing(gateway).present().present(codesFor("alice")))
        .isInstanceOf(Showing.NoCode.class);
    assertThat(gateway.calls()).as("attempts").hasSizeBetween(1, 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ScriptedCustomer.class,
      names = {"OTHER_CLIENT", "STALE", "FUTURE"})
  void with_a_signed_answer_to_somebody_else_or_of_another_time(
      ScriptedCustomer answer, Sandbox gateway) {
    gateway.answer(request -> true, Script.like(answer));

    assertThat(walletFacing(gateway).present().present(codesFor("alice")))
        .isInstanceOf(Showing.NoCode.class);
    assertThat(gateway.calls()).as("attempts").hasSizeBetween(1, 2);
  }

  @Test
  void with_another_customer_s_signed_answer_behind_ones_own(Sandbox gateway) {
    UseCases wallet = walletFacing(gateway);
    gateway.answer(request -> true, Script.like(ScriptedCustomer.SECOND_RESPONSE));

    assertThat(List.of("alice", "bob", "carol", "dave"))
        .allSatisfy(
            customer ->
                assertThat(wallet.obtain().obtain(codesFor(customer)))
                    .isInstanceOfSatisfying(
                        Outcome.Obtained.class,
                        obtained ->
                            assertThat(obtained.codes())
                                .isNotEmpty()
                                .isSubsetOf(codesOf(gateway, customer))));
    assertThat(gateway.issued())
        .as("codes of somebody else that came behind")
        .hasSizeGreaterThan(codesOf(gateway, "alice", "bob", "carol", "dave").size());
  }

  private static List<IssuedCode> codesOf(Sandbox gateway, String... customers) {
    return Stream.of(customers)
        .flatMap(customer -> gateway.issuedTo(CustomerId.parse(customer)).stream())
        .map(Issuance::code)
        .toList();
  }

  @Test
  void with_a_dead_database(Sandbox gateway) throws IOException {
    ServerSocket dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    dead.close();
    String url = "jdbc:postgresql://127.0.0.1:" + dead.getLocalPort() + "/paycode";
    try (PostgresPool pool = PostgresPool.of(url, "paycode", "secret", 1)) {
      CodeStore store = JdbcStore.over(pool.dataSource(), StoreKeys.generate()).build();

      assertThat(walletFacing(gateway, store).present().present(codesFor("alice")))
          .isInstanceOf(Showing.StoreDown.class);
      assertThat(gateway.issued()).as("codes that could not be kept").isEmpty();
    }
  }

  @Test
  void with_ten_thousand_tries_for_a_code(Sandbox gateway) {
    UseCases wallet = walletFacing(gateway);
    CodeRequest alice = codesFor("alice");

    IntStream.range(0, 10_000).forEach(number -> wallet.present().present(alice));

    assertThat(gateway.issued()).as("codes for ten thousand tries").hasSizeBetween(1, 9);
  }

  @Test
  void with_a_gateway_that_wants_every_call_again(Sandbox gateway) {
    UseCases wallet = walletFacing(gateway);
    gateway.answer(request -> true, Script.result(SpecifiedCode.UNKNOWN_EXCEPTION));
    int customers = 60;

    IntStream.range(0, customers)
        .forEach(number -> wallet.obtain().obtain(codesFor("customer-" + number)));

    assertThat(gateway.calls()).hasSizeBetween(customers + 1, customers + RETRY_BUDGET);
  }
}
