package dev.paycode.sandbox;

import dev.paycode.request.CustomerId;
import dev.paycode.result.SpecifiedCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The customers whose answers are scripted: ask for codes for {@code sandbox-UNSIGNED}, get codes
 * without a signature.
 *
 * <table>
 *   <caption>Scripts</caption>
 *   <tr><th>{@code customerId}</th><th>answer to a request that nothing is wrong with</th></tr>
 *   <tr><td>{@code sandbox-} + result code</td><td>that result with its status; codes for {@code SUCCESS}</td></tr>
 *   <tr><td>{@code sandbox-U-THEN-S}</td><td>{@code UNKNOWN_EXCEPTION} the first time, codes ever after</td></tr>
 *   <tr><td>{@code sandbox-UNSIGNED}</td><td>codes, no {@code Signature}</td></tr>
 *   <tr><td>{@code sandbox-WRONGLY-SIGNED}</td><td>codes, the signature of a body with one more blank</td></tr>
 *   <tr><td>{@code sandbox-STALE}</td><td>codes, rightly signed, {@code Response-Time} one hour ago</td></tr>
 *   <tr><td>{@code sandbox-HTTP-502}</td><td>HTTP 502 with a page of HTML</td></tr>
 *   <tr><td>{@code sandbox-HTTP-429}</td><td>HTTP 429 with {@code Retry-After: 1}</td></tr>
 *   <tr><td>{@code sandbox-NO-ANSWER}</td><td>none; the connection stays open</td></tr>
 *   <tr><td>{@code sandbox-EMPTY-LIST}</td><td>{@code SUCCESS} with an empty list, rightly signed</td></tr>
 *   <tr><td>{@code sandbox-DUPLICATE-KEYS}</td><td>codes, {@code resultStatus} first F then S, rightly signed</td></tr>
 * </table>
 *
 * <p>A dot and any text may follow, to have many customers with one script: {@code
 * sandbox-U-THEN-S.alice}. Any other id that begins with {@code sandbox-} is {@code PARAM_ILLEGAL},
 * so that a misspelt script is not taken for a success. Of silent connections the newest 32 stay
 * open.
 */
public enum ScriptedCustomer {
  /** Codes, as for everybody else. */
  SUCCESS("SUCCESS", "codes, as for everybody else"),
  /** The result F {@code ACCESS_DENIED}. */
  ACCESS_DENIED(SpecifiedCode.ACCESS_DENIED),
  /** The result F {@code INVALID_CLIENT}. */
  INVALID_CLIENT(SpecifiedCode.INVALID_CLIENT),
  /** The result F {@code INVALID_SIGNATURE}. */
  INVALID_SIGNATURE(SpecifiedCode.INVALID_SIGNATURE),
  /** The result F {@code KEY_NOT_FOUND}. */
  KEY_NOT_FOUND(SpecifiedCode.KEY_NOT_FOUND),
  /** The result F {@code MEDIA_TYPE_NOT_ACCEPTABLE}. */
  MEDIA_TYPE_NOT_ACCEPTABLE(SpecifiedCode.MEDIA_TYPE_NOT_ACCEPTABLE),
  /** The result F {@code METHOD_NOT_SUPPORTED}. */
  METHOD_NOT_SUPPORTED(SpecifiedCode.METHOD_NOT_SUPPORTED),
  /** The result F {@code NO_INTERFACE_DEF}. */
  NO_INTERFACE_DEF(SpecifiedCode.NO_INTERFACE_DEF),
  /** The result F {@code PARAM_ILLEGAL}. */
  PARAM_ILLEGAL(SpecifiedCode.PARAM_ILLEGAL),
  /** The result F {@code PROCESS_FAIL}. */
  PROCESS_FAIL(SpecifiedCode.PROCESS_FAIL),
  /** The result U {@code REQUEST_TRAFFIC_EXCEED_LIMIT}. */
  REQUEST_TRAFFIC_EXCEED_LIMIT(SpecifiedCode.REQUEST_TRAFFIC_EXCEED_LIMIT),
  /** The result U {@code UNKNOWN_EXCEPTION}. */
  UNKNOWN_EXCEPTION(SpecifiedCode.UNKNOWN_EXCEPTION),
  /** {@code UNKNOWN_EXCEPTION} the first time, codes ever after. */
  U_THEN_S("U-THEN-S", "U UNKNOWN_EXCEPTION the first time, codes ever after"),
  /** Codes without a signature. */
  UNSIGNED("UNSIGNED", "codes without a signature"),
  /** Codes with the signature of a body that has one more blank. */
  WRONGLY_SIGNED("WRONGLY-SIGNED", "codes with the signature of a body that has one more blank"),
  /** Codes in an answer that is one hour old, rightly signed. */
  STALE("STALE", "codes in an answer that is one hour old, rightly signed"),
  /** HTTP status 502 and a page of HTML. */
  HTTP_502("HTTP-502", "HTTP 502 with a page of HTML"),
  /** HTTP status 429 and {@code Retry-After: 1}. */
  HTTP_429("HTTP-429", "HTTP 429 with Retry-After: 1"),
  /** No answer on a connection that stays open. */
  NO_ANSWER("NO-ANSWER", "no answer; the connection stays open"),
  /** Success with an empty list, rightly signed. */
  EMPTY_LIST("EMPTY-LIST", "S SUCCESS with an empty list of codes, rightly signed"),
  /** Codes with {@code resultStatus} first F, then S, rightly signed. */
  DUPLICATE_KEYS("DUPLICATE-KEYS", "codes with resultStatus first F, then S, rightly signed");

  private static final String PREFIX = "sandbox-";

  private final String script;
  private final String meaning;

  ScriptedCustomer(String script, String meaning) {
    this.script = script;
    this.meaning = meaning;
  }

  ScriptedCustomer(SpecifiedCode code) {
    this(code.name(), "the result " + code.status() + " " + code.name());
  }

  /** The id to ask with, such as {@code sandbox-U-THEN-S}. */
  public String customerId() {
    return PREFIX + script;
  }

  /** What is answered, in some words for a person. */
  public String meaning() {
    return meaning;
  }

  /** Whether the id is meant to name a script. */
  static boolean isMeantBy(CustomerId customer) {
    return customer.value().startsWith(PREFIX);
  }

  /** The script that the id names, if there is one of that name. */
  static Optional<ScriptedCustomer> of(CustomerId customer) {
    return Arrays.stream(values())
        .filter(scripted -> scripted.isNamedBy(customer.value()))
        .findFirst();
  }

  private boolean isNamedBy(String id) {
    return id.equals(customerId()) || id.startsWith(customerId() + ".");
  }
}
