package dev.paycode.cli;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option texts into the domain's values, which say themselves what is allowed. */
final class Convert {

  private Convert() {}

  private static <T> T converted(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }

  /** Whose code. */
  static final class Customer implements ITypeConverter<CustomerId> {
    @Override
    public CustomerId convert(String text) {
      return converted(text, CustomerId::parse);
    }
  }

  /** Where. */
  static final class Place implements ITypeConverter<Region> {
    @Override
    public Region convert(String text) {
      return converted(text, Region::parse);
    }
  }

  /** On which device. */
  static final class Device implements ITypeConverter<DeviceEnvironment> {
    @Override
    public DeviceEnvironment convert(String text) {
      return converted(text, DeviceEnvironment::of);
    }
  }

  /** How many. */
  static final class Quantity implements ITypeConverter<CodeQuantity> {
    @Override
    public CodeQuantity convert(String text) {
      return converted(text, CodeQuantity::parse);
    }
  }
}
