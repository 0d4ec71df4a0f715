package dev.paycode.request;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for payment codes: for whom, where, on which device and how many (protocol.md §3).
 *
 * <pre>{@code
 * CodeRequest.of(CustomerId.parse("1234567890123456"), DeviceEnvironment.of("device-0001"))
 *     .in(Region.parse("JP"))
 *     .asking(CodeQuantity.MOST)
 * }</pre>
 *
 * <p>Without more words it names no region and asks for one code. Immutable; {@link #toString()}
 * holds no personal data.
 */
public final class CodeRequest {

  private final CustomerId customerId;
  private final DeviceEnvironment environment;
  private final @Nullable Region region;
  private final CodeQuantity quantity;

  private CodeRequest(
      CustomerId customerId,
      DeviceEnvironment environment,
      @Nullable Region region,
      CodeQuantity quantity) {
    this.customerId = customerId;
    this.environment = environment;
    this.region = region;
    this.quantity = quantity;
  }

  /** A request for one code for the customer on that device, in no particular region. */
  public static CodeRequest of(CustomerId customerId, DeviceEnvironment environment) {
    return new CodeRequest(customerId, environment, null, CodeQuantity.ONE);
  }

  /** This request, for the region the user selected. */
  public CodeRequest in(Region selected) {
    return new CodeRequest(customerId, environment, selected, quantity);
  }

  /** This request, for that many codes. */
  public CodeRequest asking(CodeQuantity wanted) {
    return new CodeRequest(customerId, environment, region, wanted);
  }

  /** Whose codes they will be. */
  public CodeHolder holder() {
    CodeHolder anywhere = CodeHolder.of(customerId, environment.deviceTokenId());
    return region == null ? anywhere : anywhere.in(region);
  }

  /** The customer. */
  public CustomerId customerId() {
    return customerId;
  }

  /** The device. */
  public DeviceEnvironment environment() {
    return environment;
  }

  /** The region, if the customer selected one. */
  public Optional<Region> region() {
    return Optional.ofNullable(region);
  }

  /** How many codes are asked for. */
  public CodeQuantity quantity() {
    return quantity;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeRequest that
        && customerId.equals(that.customerId)
        && environment.equals(that.environment)
        && Objects.equals(region, that.region)
        && quantity.equals(that.quantity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customerId, environment, region, quantity);
  }

  @Override
  public String toString() {
    return "CodeRequest[" + holder() + ", " + environment + ", quantity=" + quantity + "]";
  }
}
