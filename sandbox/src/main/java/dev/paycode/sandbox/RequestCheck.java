package dev.paycode.sandbox;

import static dev.paycode.result.SpecifiedCode.INVALID_CLIENT;
import static dev.paycode.result.SpecifiedCode.INVALID_SIGNATURE;
import static dev.paycode.result.SpecifiedCode.KEY_NOT_FOUND;
import static dev.paycode.result.SpecifiedCode.MEDIA_TYPE_NOT_ACCEPTABLE;
import static dev.paycode.result.SpecifiedCode.METHOD_NOT_SUPPORTED;
import static dev.paycode.result.SpecifiedCode.NO_INTERFACE_DEF;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.MessageTime;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks a request as the specification says: the first rule that it breaks decides the result. */
final class RequestCheck {

  static final int LONGEST_BODY = 65_536;

  private static final String PATH = "/aps/api/v1/codes/getPaymentCode";
  private static final String MEDIA_TYPE = "application/json";

  private final ClientId clientId;
  private final KeyVersion keyVersion;
  private final PublicKey clientKey;

  RequestCheck(ClientId clientId, KeyVersion keyVersion, PublicKey clientKey) {
    this.clientId = clientId;
    this.keyVersion = keyVersion;
    this.clientKey = clientKey;
  }

  /** What to say of the request. Nothing in the body is looked at before its signature. */
  Judgement judge(ReceivedRequest request) {
    return Stream.of(
            rule(RequestCheck::callsTheApi, NO_INTERFACE_DEF),
            rule(RequestCheck::isPost, METHOD_NOT_SUPPORTED),
            rule(RequestCheck::isJson, MEDIA_TYPE_NOT_ACCEPTABLE),
            rule(RequestCheck::isShort, "body", "at most " + LONGEST_BODY + " bytes long"),
            rule(this::isKnownClient, INVALID_CLIENT),
            rule(RequestCheck::isSignatureReadable, INVALID_SIGNATURE),
            rule(this::isKnownKey, KEY_NOT_FOUND),
            rule(
                RequestCheck::isTimed, "Request-Time", "a time, such as 2024-06-01T12:00:00+08:00"),
            rule(this::isSignedByClient, INVALID_SIGNATURE))
        .filter(rule -> !rule.isKeptBy(request))
        .findFirst()
        .<Judgement>map(rule -> new Judgement.Refused(rule.result()))
        .orElseGet(() -> RequestBody.judge(request.body()));
  }

  private record Rule(Predicate<ReceivedRequest> condition, Result result) {
    boolean isKeptBy(ReceivedRequest request) {
      return condition.test(request);
    }
  }

  private static Rule rule(Predicate<ReceivedRequest> condition, SpecifiedCode otherwise) {
    return new Rule(condition, Results.of(otherwise));
  }

  private static Rule rule(Predicate<ReceivedRequest> condition, String parameter, String rule) {
    return new Rule(condition, Results.illegal(parameter, rule));
  }

  private static boolean callsTheApi(ReceivedRequest request) {
    return request.path().equals(PATH);
  }

  private static boolean isPost(ReceivedRequest request) {
    return request.method().equals("POST");
  }

  private static boolean isJson(ReceivedRequest request) {
    return request.headers("Content-Type").stream()
        .map(type -> type.split(";", 2)[0].strip())
        .allMatch(MEDIA_TYPE::equalsIgnoreCase);
  }

  private static boolean isShort(ReceivedRequest request) {
    return request.bodyLength() <= LONGEST_BODY;
  }

  private boolean isKnownClient(ReceivedRequest request) {
    return request.header("Client-Id").filter(clientId.value()::equals).isPresent();
  }

  private static boolean isSignatureReadable(ReceivedRequest request) {
    return signature(request).isPresent();
  }

  /** A header without a version means the latest, and there is but one. */
  private boolean isKnownKey(ReceivedRequest request) {
    return signature(request)
        .flatMap(SignatureHeader::keyVersion)
        .filter(named -> !named.equals(keyVersion))
        .isEmpty();
  }

  private static boolean isTimed(ReceivedRequest request) {
    return time(request).flatMap(MessageTime::parseLeniently).isPresent();
  }

  private boolean isSignedByClient(ReceivedRequest request) {
    byte[] content =
        SignedContent.of(request.path(), clientId, time(request).orElse(""), request.body())
            .bytes();
    return signature(request)
        .filter(header -> Rsa.verifies(clientKey, content, header.signature()))
        .isPresent();
  }

  private static Optional<SignatureHeader> signature(ReceivedRequest request) {
    return request.header("Signature").flatMap(SignatureHeader::parse);
  }

  private static Optional<String> time(ReceivedRequest request) {
    return request.header("Request-Time");
  }
}
