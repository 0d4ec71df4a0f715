package dev.paycode.sandbox;

import static dev.paycode.sandbox.Fixture.code;
import static dev.paycode.sandbox.Fixture.isBelieved;
import static dev.paycode.sandbox.Fixture.send;
import static dev.paycode.sandbox.TestRequest.anyRequest;
import static dev.paycode.sandbox.TestRequest.askingFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.paycode.code.PaymentCode;
import dev.paycode.request.CustomerId;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.result.SpecifiedCode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a test asks for by the Java API. */
class ScriptedCallsTest {

  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(Fixture.options());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> call() throws Exception {
    return send(sandbox, anyRequest());
  }

  @Test
  void the_next_calls_get_the_next_scripts_and_later_ones_codes() throws Exception {
    sandbox.answerNext(
        Script.result(SpecifiedCode.PROCESS_FAIL), Script.like(ScriptedCustomer.HTTP_502));
    sandbox.answerNext(Script.result(SpecifiedCode.ACCESS_DENIED));

    assertThat(code(call())).isEqualTo("PROCESS_FAIL");
    assertThat(call().statusCode()).isEqualTo(502);
    assertThat(code(call())).isEqualTo("ACCESS_DENIED");
    assertThat(code(call())).isEqualTo("SUCCESS");
  }

  @Test
  void a_call_that_something_is_wrong_with_uses_no_script_up() throws Exception {
    sandbox.answerNext(Script.result(SpecifiedCode.PROCESS_FAIL));

    assertThat(code(send(sandbox, anyRequest().withBody("{}")))).isEqualTo("INVALID_SIGNATURE");
    assertThat(code(call())).isEqualTo("PROCESS_FAIL");
  }

  @Test
  void of_two_rules_for_a_customer_the_newer_one_holds_until_all_are_forgotten() throws Exception {
    CustomerId alice = CustomerId.parse("alice");
    sandbox.answer(
        request -> request.customerId().equals(alice), Script.result(SpecifiedCode.PROCESS_FAIL));
    sandbox.answer(request -> request.region().isEmpty(), Script.like(ScriptedCustomer.UNSIGNED));
    sandbox.answer(
        request -> request.customerId().equals(alice), Script.result(SpecifiedCode.ACCESS_DENIED));

    assertThat(code(send(sandbox, askingFor("alice")))).isEqualTo("ACCESS_DENIED");
    assertThat(code(send(sandbox, askingFor("alice")))).isEqualTo("ACCESS_DENIED");
    assertThat(code(send(sandbox, askingFor("bob")))).isEqualTo("SUCCESS");
    sandbox.answerAsUsual();
    assertThat(code(send(sandbox, askingFor("alice")))).isEqualTo("SUCCESS");
  }

  @Test
  void the_next_scripts_come_before_rules_and_both_before_scripted_customers() throws Exception {
    sandbox.answer(request -> true, Script.result(SpecifiedCode.PROCESS_FAIL));
    sandbox.answerNext(Script.codes());

    assertThat(code(send(sandbox, askingFor("sandbox-ACCESS_DENIED")))).isEqualTo("SUCCESS");
    assertThat(code(send(sandbox, askingFor("sandbox-ACCESS_DENIED")))).isEqualTo("PROCESS_FAIL");
  }

  @Test
  void success_as_a_result_brings_codes() throws Exception {
    sandbox.answerNext(Script.result(SpecifiedCode.SUCCESS));

    assertThat(call().body()).contains("paymentCodeInfoList");
  }

  @Test
  void any_result_and_any_body_come_rightly_signed() throws Exception {
    sandbox.answerNext(
        Script.result(Result.of(ResultStatus.F, ResultCode.parse("USER_UNKNOWN"), "who?")),
        Script.body("anything"));

    HttpResponse<String> result = call();
    HttpResponse<String> body = call();

    assertThat(code(result)).isEqualTo("USER_UNKNOWN");
    assertThat(body.body()).isEqualTo("anything");
    assertThat(isBelieved(result)).isTrue();
    assertThat(isBelieved(body)).isTrue();
  }

  @Test
  void a_body_changed_before_it_is_signed_is_believed_and_one_changed_after_it_is_not()
      throws Exception {
    sandbox.answerNext(
        Script.changedBody(json -> json.replace("\"S\"", "\"T\"")),
        Script.tamperedBody(json -> json.replace("\"S\"", "\"T\"")));

    HttpResponse<String> changed = call();
    HttpResponse<String> tampered = call();

    assertThat(List.of(changed.body(), tampered.body()))
        .allMatch(body -> body.contains("\"resultStatus\":\"T\""));
    assertThat(isBelieved(changed)).isTrue();
    assertThat(isBelieved(tampered)).isFalse();
  }

  @Test
  void any_answer_of_http_comes_as_it_is() throws Exception {
    sandbox.answerNext(Script.http(418, Map.of("X-Pot", "tea"), "short and stout"));

    HttpResponse<String> answer = call();

    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().allValues("X-Pot")).containsExactly("tea");
    assertThat(answer.body()).isEqualTo("short and stout");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 1000})
  void a_status_that_cannot_be_is_refused(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Script.http(status, Map.of(), ""))
        .withMessage("status " + status + " is not 100 to 999");
  }

  private CompletableFuture<HttpResponse<String>> callInBackground(TestRequest request) {
    return Fixture.client().sendAsync(request.over(sandbox.uri()), BodyHandlers.ofString());
  }

  @Test
  void a_call_is_held_until_the_test_releases_it_and_others_are_not() throws Exception {
    Pause pause = new Pause();
    sandbox.answerNext(Script.codes().heldBy(pause));

    CompletableFuture<HttpResponse<String>> held = callInBackground(askingFor("held"));
    pause.awaitCall();
    assertThat(code(send(sandbox, askingFor("other")))).isEqualTo("SUCCESS");
    assertThat(held).isNotDone();
    assertThat(sandbox.issuedTo(CustomerId.parse("held"))).hasSize(2);

    pause.release();
    assertThat(code(held.get(30, TimeUnit.SECONDS))).isEqualTo("SUCCESS");
    assertThat(pause).hasToString("Pause[released]");
  }

  @Test
  void a_pause_that_is_released_holds_nobody() throws Exception {
    Pause pause = new Pause();
    assertThat(pause).hasToString("Pause[holding]");
    pause.release();
    sandbox.answerNext(Script.codes().heldBy(pause));

    assertThat(code(call())).isEqualTo("SUCCESS");
    pause.awaitCall();
  }

  @Test
  void closing_the_sandbox_ends_held_calls_without_an_answer() throws Exception {
    Pause pause = new Pause();
    sandbox.answer(request -> true, Script.codes().heldBy(pause));
    CompletableFuture<HttpResponse<String>> held = callInBackground(anyRequest());
    pause.awaitCall();

    sandbox.close();

    assertThatThrownBy(() -> held.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void the_calls_and_the_ledger_tell_which_answer_had_which_codes() throws Exception {
    send(sandbox, anyRequest().withBody("{}"));
    HttpResponse<String> codes = send(sandbox, askingFor("alice"));
    send(sandbox, askingFor("sandbox-UNSIGNED"));

    assertThat(sandbox.calls())
        .containsExactly(
            new SandboxCall(1, Fixture.NOW, "INVALID_SIGNATURE"),
            new SandboxCall(2, Fixture.NOW, "SUCCESS"),
            new SandboxCall(3, Fixture.NOW, "UNSIGNED"));
    assertThat(sandbox.issued())
        .extracting(Issuance::call, Issuance::answer)
        .containsExactly(
            tuple(2, "SUCCESS"), tuple(2, "SUCCESS"), tuple(3, "UNSIGNED"), tuple(3, "UNSIGNED"));
    PaymentCode first =
        PaymentCode.parse(Fixture.json(codes).at("/paymentCodeInfoList/0/paymentCode").asString());
    assertThat(sandbox.issuanceOf(first))
        .hasValueSatisfying(line -> assertThat(line.customer().value()).isEqualTo("alice"));
    assertThat(sandbox.issuanceOf(PaymentCode.parse("0".repeat(24)))).isEmpty();
  }

  @Test
  void many_callers_at_once_are_all_answered_and_each_call_is_counted() {
    List<CompletableFuture<HttpResponse<String>>> calls =
        IntStream.range(0, 200)
            .mapToObj(number -> callInBackground(askingFor("caller-" + number)))
            .toList();

    assertThat(calls)
        .allSatisfy(call -> assertThat(code(call.get(60, TimeUnit.SECONDS))).isEqualTo("SUCCESS"));
    assertThat(sandbox.calls())
        .extracting(SandboxCall::number)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    assertThat(sandbox.issued()).hasSize(400);
  }

  static Stream<Consumer<Sandbox>> mistakes() {
    return Stream.of(
        sandbox -> sandbox.answerNext(Script.changedBody(ScriptedCallsTest::mistaken)),
        sandbox -> sandbox.answerNext(Script.tamperedBody(ScriptedCallsTest::mistaken)),
        sandbox ->
            sandbox.answerNext(Script.changedBody(ScriptedCallsTest::mistaken).heldBy(over())),
        sandbox -> sandbox.answer(request -> mistaken("").isEmpty(), Script.codes()));
  }

  private static String mistaken(String json) {
    throw new AssertionError("not as expected: " + json);
  }

  private static Pause over() {
    Pause pause = new Pause();
    pause.release();
    return pause;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void what_a_script_throws_is_told_to_its_author_and_by_its_type_to_the_caller(
      Consumer<Sandbox> mistake) throws Exception {
    mistake.accept(sandbox);

    HttpResponse<String> answer = call();

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Signature")).isEmpty();
    assertThat(answer.body())
        .isEqualTo("A script or rule of the sandbox threw java.lang.AssertionError.\n");
    assertThat(sandbox.scriptFailures())
        .singleElement()
        .satisfies(thrown -> assertThat(thrown).hasMessageStartingWith("not as expected"));
    assertThat(sandbox.calls()).extracting(SandboxCall::answer).containsExactly("SCRIPT-FAILED");
    sandbox.answerAsUsual();
    assertThat(sandbox.scriptFailures()).isEmpty();
    assertThat(code(call())).isEqualTo("SUCCESS");
  }

  @Test
  void a_change_to_nothing_is_a_mistake_too() throws Exception {
    sandbox.answerNext(Script.changedBody(json -> null), Script.tamperedBody(json -> null));
    call();
    call();

    assertThat(sandbox.scriptFailures())
        .hasSize(2)
        .allSatisfy(thrown -> assertThat(thrown).hasMessage("the script's change gave null"));
  }
}
