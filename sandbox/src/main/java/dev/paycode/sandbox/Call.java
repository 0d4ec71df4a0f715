package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.SpecifiedCode;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A call that nothing is wrong with, and the pieces of which a script makes its answer.
 *
 * @param request what is asked for
 * @param now the time of the call
 * @param signer signs a body for this caller, at a time
 * @param issuer makes codes
 * @param firstCalls remembers who called
 * @param held where connections wait that get no answer
 */
record Call(
    CodeRequest request,
    Instant now,
    BiFunction<Instant, String, Answer> signer,
    CodeIssuer issuer,
    FirstCalls firstCalls,
    HeldConnections held) {

  /** The body with the codes that were asked for, freshly issued. */
  String codes() {
    return success(issuer.issue(request.customerId(), request.quantity(), now));
  }

  /** The body of a success with these codes. */
  String success(List<IssuedCode> codes) {
    return AnswerBody.of(Results.of(SpecifiedCode.SUCCESS), codes);
  }

  /** The body signed, as it should be. */
  Answer signed(String body) {
    return signedAt(now, body);
  }

  /** The body signed at another time. */
  Answer signedAt(Instant time, String body) {
    return signer.apply(time, body);
  }

  /** Whether this customer calls for the first time. */
  boolean isFirst() {
    return firstCalls.isFirst(request.customerId());
  }
}
