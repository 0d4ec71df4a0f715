package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the sandbox does with a call that nothing is wrong with: answers, in one way or another, or
 * does not.
 *
 * <pre>{@code
 * sandbox.answerNext(Script.result(SpecifiedCode.PROCESS_FAIL));
 * sandbox.answerNext(Script.like(ScriptedCustomer.HTTP_502), Script.codes());
 * sandbox.answer(request -> request.region().isEmpty(), Script.like(ScriptedCustomer.RESET));
 * }</pre>
 *
 * <p>What the function in a script throws, the sandbox tells in {@link Sandbox#scriptFailures()}.
 *
 * <p>Immutable and safe for use by many threads; one script serves any number of calls.
 */
public final class Script {

  private final String name;
  private final Behaviour behaviour;

  private Script(String name, Behaviour behaviour) {
    this.name = name;
    this.behaviour = behaviour;
  }

  static Script of(String name, Behaviour behaviour) {
    return new Script(name, behaviour);
  }

  /** As many fresh codes as are asked for, rightly signed: the answer that needs no script. */
  public static Script codes() {
    return new Script(SpecifiedCode.SUCCESS.name(), Call::codes);
  }

  /** What that customer would get. */
  public static Script like(ScriptedCustomer customer) {
    return customer.script();
  }

  /** That result with its status, rightly signed; fresh codes for {@code SUCCESS}. */
  public static Script result(SpecifiedCode code) {
    return code == SpecifiedCode.SUCCESS ? codes() : result(Results.of(code));
  }

  /** That result without codes, rightly signed. */
  public static Script result(Result result) {
    requireNonNull(result, "result");
    return new Script(result.code().text(), call -> call.refusal(result));
  }

  /**
   * That body, rightly signed, with status 200.
   *
   * @param json the body, which may be anything at all
   */
  public static Script body(String json) {
    requireNonNull(json, "json");
    return new Script("BODY", call -> call.signing().sign(json));
  }

  /**
   * The codes with their body changed before it is signed: what a gateway says that is wrong by
   * itself.
   *
   * @param change takes the body's JSON and gives what is signed and sent
   */
  public static Script changedBody(UnaryOperator<String> change) {
    requireNonNull(change, "change");
    return new Script("CHANGED-BODY", JsonFaults.ofText(change));
  }

  /**
   * The codes with their body changed after it was signed: what an answer is that somebody changed
   * on its way.
   *
   * @param change takes the body's JSON that was signed and gives what is sent
   */
  public static Script tamperedBody(UnaryOperator<String> change) {
    requireNonNull(change, "change");
    return new Script(
        "TAMPERED-BODY",
        call -> {
          Answer answer = call.codes();
          String signed = new String(answer.body(), StandardCharsets.UTF_8);
          return answer.withBody(
              JsonFaults.changed(change, signed).getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * An answer of HTTP that is not signed.
   *
   * @param status the status, 100 to 999
   * @param headers the headers, without {@code Content-Length}, which is added
   * @param body the body, in UTF-8
   * @throws IllegalArgumentException if the status is not 100 to 999
   */
  public static Script http(int status, Map<String, String> headers, String body) {
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("status " + status + " is not 100 to 999");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    headers.forEach((header, value) -> values.put(header, List.of(value)));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Script("HTTP-" + status, call -> Answer.of(status, values, bytes));
  }

  /**
   * The same, but not before the pause is released.
   *
   * <p>Whatever codes belong to the answer are issued when the call arrives, so that a client that
   * gives up meanwhile has lost them.
   */
  public Script heldBy(Pause pause) {
    requireNonNull(pause, "pause");
    return new Script(
        name,
        call -> {
          Delivery held = behaviour.of(call);
          return connection -> {
            pause.hold();
            held.over(connection);
          };
        });
  }

  /** What the ledger and the calls name it: a result code, or such as {@code UNSIGNED}. */
  public String name() {
    return name;
  }

  Delivery play(Call call) {
    return behaviour.of(call);
  }

  @Override
  public String toString() {
    return "Script[" + name + "]";
  }
}
