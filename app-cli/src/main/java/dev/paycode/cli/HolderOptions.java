package dev.paycode.cli;

import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose codes: of which customer, where and on which device. */
final class HolderOptions {

  @Option(
      names = "--customer",
      paramLabel = "ID",
      converter = Convert.Customer.class,
      description = "The wallet's ID of the customer, 1 to 64 characters. Default: demo-customer")
  private CustomerId customer = CustomerId.parse("demo-customer");

  @Option(
      names = "--region",
      paramLabel = "CC",
      converter = Convert.Place.class,
      description = "Where the customer is about to pay: ISO 3166-1 alpha-2, such as JP.")
  private Optional<Region> region = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "TOKEN",
      converter = Convert.Device.class,
      description = "The token of the customer's device, 1 to 64 characters. Default: demo-device")
  private DeviceEnvironment device = DeviceEnvironment.of("demo-device");

  /** The request for one code of theirs. */
  CodeRequest request() {
    CodeRequest request = CodeRequest.of(customer, device);
    return region.map(request::in).orElse(request);
  }
}
