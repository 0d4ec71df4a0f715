package dev.paycode.cli;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For whom, where, on which device and how many: the request's options. */
final class RequestOptions {

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
      names = "--quantity",
      paramLabel = "N",
      converter = Convert.Quantity.class,
      description =
          "How many codes to ask for, 1 to 10. Default: 10 for show, 1 for get and for a picture")
  private Optional<CodeQuantity> quantity = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "TOKEN",
      converter = Convert.Device.class,
      description = "The token of the customer's device, 1 to 64 characters. Default: demo-device")
  private DeviceEnvironment device = DeviceEnvironment.of("demo-device");

  /** The request, for that many codes unless the user said otherwise. */
  CodeRequest asking(CodeQuantity otherwise) {
    CodeRequest request = CodeRequest.of(customer, device).asking(quantity.orElse(otherwise));
    return region.map(request::in).orElse(request);
  }
}
