package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
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

  /** One of a few words, whatever their case. */
  static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> words) {
    return text ->
        Arrays.stream(words.getEnumConstants())
            .filter(word -> word.toString().equalsIgnoreCase(text))
            .findAny()
            .orElseThrow(() -> new TypeConversionException(notOneOf(text, words)));
  }

  private static String notOneOf(String text, Class<? extends Enum<?>> words) {
    return "'"
        + text
        + "' is not one of "
        + Arrays.stream(words.getEnumConstants()).map(Enum::toString).collect(joining(", "));
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

  /** A file or directory; a blank text, as of a variable that is not set, would be this one. */
  static final class FilePath implements ITypeConverter<Path> {

    private static final int LONGEST = 4096;

    @Override
    public Path convert(String text) {
      return converted(text, FilePath::path);
    }

    private static Path path(String text) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("'" + text + "' is blank; give the path of a file");
      }
      if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        throw new IllegalArgumentException(
            "'"
                + text
                + "' is longer than the "
                + LONGEST
                + " bytes that the path of a file can have");
      }
      try {
        return Path.of(text);
      } catch (InvalidPathException refused) {
        throw new IllegalArgumentException(
            "'" + text + "' is not the path of a file: " + refused.getReason(), refused);
      }
    }
  }

  /** That a flag is given; {@link PlainFlags} sees to it that it has no value. */
  static final class Flag implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String text) {
      return true;
    }
  }

  /** A number; which ones are allowed is said by who uses it. */
  static final class WholeNumber implements ITypeConverter<Integer> {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,9}");

    @Override
    public Integer convert(String text) {
      if (!DIGITS.matcher(text).matches()) {
        throw new TypeConversionException("'" + text + "' is not a whole number of 1 to 9 digits");
      }
      return Integer.valueOf(text);
    }
  }
}
