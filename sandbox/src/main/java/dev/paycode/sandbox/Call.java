package dev.paycode.sandbox;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that nothing is wrong with, and the pieces of which a script makes its answer.
 *
 * @param number 1 for the sandbox's first call
 * @param request what is asked for
 * @param answer the name of the script
 * @param signing signs bodies for this call
 * @param issuer makes codes
 * @param memory what scripts remember
 */
record Call(
    int number,
    CodeRequest request,
    String answer,
    Signing signing,
    CodeIssuer issuer,
    Memory memory) {

  /** The time of the call. */
  Instant now() {
    return signing.time();
  }

  CustomerId customer() {
    return request.customerId();
  }

  /** How many codes are asked for. */
  int quantity() {
    return request.quantity().value();
  }

  /** As many fresh codes as are asked for. */
  List<IssuedCode> issue() {
    return issue(Windows.from(now(), quantity()));
  }

  /** Fresh codes with these windows. */
  List<IssuedCode> issue(List<ValidityWindow> windows) {
    return issueTo(customer(), windows);
  }

  /** Fresh codes for somebody else. */
  List<IssuedCode> issueTo(CustomerId owner, List<ValidityWindow> windows) {
    return issuer.issue(windows, code -> new Issuance(owner, code, now(), number, answer));
  }

  /** The body with the codes that are asked for, freshly issued. */
  ObjectNode body() {
    return success(issue());
  }

  /** The body of a success with these codes. */
  ObjectNode success(List<IssuedCode> codes) {
    return AnswerBody.of(Results.of(SpecifiedCode.SUCCESS), codes);
  }

  /** The body signed, as it should be. */
  Answer signed(ObjectNode body) {
    return signing.sign(body.toString());
  }

  /** The codes that are asked for, as they should come. */
  Answer codes() {
    return signed(body());
  }

  /** A result without codes, signed. */
  Answer refusal(Result result) {
    return signed(AnswerBody.of(result));
  }

  /** A result without codes, signed. */
  Answer refusal(SpecifiedCode code) {
    return refusal(Results.of(code));
  }

  /** Whether this customer calls for the first time. */
  boolean isFirst() {
    return memory.calls().of(customer(), () -> number).equals(number);
  }
}
