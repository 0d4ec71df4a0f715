package dev.paycode.request;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose codes they are: a customer, in the region they selected, on one device.
 *
 * <p>Codes of one holder are never shown to another. Another region or device makes another holder,
 * because the code changes with the chosen location (protocol.md §5).
 *
 * <p>Immutable; {@link #toString()} holds no personal data.
 */
public final class CodeHolder {

  private final CustomerId customerId;
  private final @Nullable Region region;
  private final String deviceTokenId;

  private CodeHolder(CustomerId customerId, @Nullable Region region, String deviceTokenId) {
    this.customerId = customerId;
    this.region = region;
    this.deviceTokenId = deviceTokenId;
  }

  /**
   * The holder that the customer is on that device, in no particular region.
   *
   * @throws IllegalArgumentException if the token is blank, longer than 64 characters or has
   *     control characters
   */
  public static CodeHolder of(CustomerId customerId, String deviceTokenId) {
    DeviceEnvironment device = DeviceEnvironment.of(deviceTokenId);
    return new CodeHolder(customerId, null, device.deviceTokenId());
  }

  /** The holder that the customer is in the region they selected. */
  public CodeHolder in(Region selected) {
    return new CodeHolder(customerId, selected, deviceTokenId);
  }

  /** The customer. */
  public CustomerId customerId() {
    return customerId;
  }

  /** The region, if the customer selected one. */
  public Optional<Region> region() {
    return Optional.ofNullable(region);
  }

  /** The token of the device. */
  public String deviceTokenId() {
    return deviceTokenId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeHolder that
        && customerId.equals(that.customerId)
        && Objects.equals(region, that.region)
        && deviceTokenId.equals(that.deviceTokenId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customerId, region, deviceTokenId);
  }

  @Override
  public String toString() {
    return "CodeHolder[" + customerId + ", region=" + (region == null ? "none" : region) + "]";
  }
}
