package dev.paycode.cli.fleet;

import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import java.util.List;
import java.util.stream.IntStream;

/** The customers of a fleet, {@code c0}, {@code c1} and so on, each with one device. */
final class Customers {

  private static final DeviceEnvironment DEVICE = DeviceEnvironment.of("device");

  private Customers() {}

  static List<String> first(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  static CodeRequest request(String customer, CodeQuantity quantity) {
    return CodeRequest.of(CustomerId.parse(customer), DEVICE).asking(quantity);
  }

  static CodeHolder holder(String customer) {
    return request(customer, CodeQuantity.ONE).holder();
  }
}
