package dev.paycode.contract;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The values that contract tests are made of. */
public final class Fixtures {

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Duration STEP = Duration.ofSeconds(30);

  private Fixtures() {}

  /** The code with this number in a real code's shape. */
  public static PaymentCode code(int number) {
    return PaymentCode.parse(String.format("28100602%016d", number));
  }

  /** A code valid for a minute from then. */
  public static IssuedCode issued(int number, Instant start) {
    return IssuedCode.of(code(number), ValidityWindow.between(start, start.plus(LIFE)));
  }

  /** Codes as Alipay+ issues them: one every 30 seconds, each valid for a minute. */
  public static List<IssuedCode> batch(int firstNumber, int size, Instant start) {
    return IntStream.range(0, size)
        .mapToObj(i -> issued(firstNumber + i, start.plus(STEP.multipliedBy(i))))
        .toList();
  }

  /** The schedule of such codes. */
  public static CodeSchedule schedule(int firstNumber, int size, Instant start) {
    return CodeSchedule.of(batch(firstNumber, size, start));
  }

  /** A request of some customer in Japan. */
  public static CodeRequest anyRequest() {
    return request("customer-1", "device-1").in(Region.parse("JP"));
  }

  /** A request of that customer on that device, without a region. */
  public static CodeRequest request(String customerId, String deviceTokenId) {
    return CodeRequest.of(CustomerId.parse(customerId), DeviceEnvironment.of(deviceTokenId));
  }

  /** The holder of that customer's codes on that device. */
  public static CodeHolder holder(String customerId, String deviceTokenId) {
    return request(customerId, deviceTokenId).holder();
  }

  /** Some holder. */
  public static CodeHolder anyHolder() {
    return anyRequest().holder();
  }
}
