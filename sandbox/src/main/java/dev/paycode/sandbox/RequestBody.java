package dev.paycode.sandbox;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import dev.paycode.result.Result;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads the request in a verified body, by the specification's rules (protocol.md §3). */
final class RequestBody {

  private static final Parameter<CustomerId> CUSTOMER =
      new Parameter<>("customerId", "a string of 1 to 64 characters", CustomerId::parse);
  private static final Parameter<DeviceEnvironment> DEVICE =
      new Parameter<>("env.deviceTokenId", "a string of 1 to 64 characters", DeviceEnvironment::of);
  private static final Parameter<Region> REGION =
      new Parameter<>("region", "two capital letters of ISO 3166-1 alpha-2", Region::parse);
  private static final Parameter<CodeQuantity> QUANTITY =
      new Parameter<>(
          "codeQuantity", "a whole number from 1 to 10 as a string", CodeQuantity::parse);

  private RequestBody() {}

  /** The request, or the first thing wrong with it. */
  static Judgement judge(byte[] body) {
    return StrictJson.object(body)
        .map(RequestBody::judge)
        .orElseGet(
            () ->
                new Judgement.Refused(
                    Results.illegal("body", "one JSON object in UTF-8 with each key once")));
  }

  private static Judgement judge(ObjectNode body) {
    return refusal(body)
        .<Judgement>map(Judgement.Refused::new)
        .orElseGet(() -> new Judgement.Accepted(request(body)));
  }

  private static Optional<Result> refusal(ObjectNode body) {
    return NonTextScalars.firstIn(body)
        .map(path -> Results.illegal(path, "a string of at least one character, or null"))
        .or(() -> CUSTOMER.refusalIfRequired(body))
        .or(() -> DEVICE.refusalIfRequired(body))
        .or(() -> REGION.refusal(body))
        .or(() -> QUANTITY.refusal(body));
  }

  private static CodeRequest request(ObjectNode body) {
    CodeRequest request =
        CodeRequest.of(CUSTOMER.value(body).orElseThrow(), DEVICE.value(body).orElseThrow());
    CodeRequest placed = REGION.value(body).map(request::in).orElse(request);
    return QUANTITY.value(body).map(placed::asking).orElse(placed);
  }
}
