package dev.paycode.sandbox;

import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;

/** Results with the status that the specification gives their code. */
final class Results {

  private Results() {}

  /** The result with this code, in the specification's words. */
  static Result of(SpecifiedCode code) {
    return of(code, code.meaning());
  }

  /** The result with this code and a message of ours. */
  static Result of(SpecifiedCode code, String message) {
    return Result.of(code.status(), code.code(), message);
  }

  /**
   * The refusal of a parameter.
   *
   * @param parameter its name, such as {@code env.deviceTokenId} or {@code Request-Time}
   * @param rule what it must be
   */
  static Result illegal(String parameter, String rule) {
    return of(
        SpecifiedCode.PARAM_ILLEGAL, "Illegal parameter " + parameter + ": it must be " + rule);
  }
}
