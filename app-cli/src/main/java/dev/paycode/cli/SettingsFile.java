package dev.paycode.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * Reads settings from a properties file in UTF-8, as {@code paycode sandbox --keys DIR} writes it.
 * Paths in it are relative to the file.
 */
final class SettingsFile {

  private static final int LARGEST = 65_536;

  private final Path file;

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * The settings in the file.
   *
   * @throws Failure if it cannot be read, is malformed or has a key that is no setting
   */
  static Map<Setting, Configured> read(Path file) {
    return new SettingsFile(file).read();
  }

  private Map<Setting, Configured> read() {
    Properties properties = properties();
    Map<Setting, Configured> settings = new EnumMap<>(Setting.class);
    for (String name : properties.stringPropertyNames()) {
      Setting setting = Setting.ofProperty(name).orElseThrow(() -> unknown(name));
      String text = resolved(setting, properties.getProperty(name, "").strip());
      settings.put(setting, Configured.of(text, "file " + file));
    }
    return settings;
  }

  private Properties properties() {
    Properties properties = new Properties();
    try (InputStream stream = Files.newInputStream(file)) {
      properties.load(new StringReader(text(stream.readNBytes(LARGEST + 1))));
      return properties;
    } catch (CharacterCodingException malformed) {
      throw refused("is not text in UTF-8", "Save it in UTF-8.", malformed);
    } catch (IllegalArgumentException malformed) {
      throw refused(
          "has an escape that is none: \\u without four hexadecimal digits",
          "Write a backslash as two of them.",
          malformed);
    } catch (IOException unreadable) {
      throw refused(
          SettingsFile.problem(file),
          "Check the path given with --config; 'paycode sandbox --keys DIR' writes an example.",
          unreadable);
    }
  }

  private String text(byte[] bytes) throws CharacterCodingException {
    if (bytes.length > LARGEST) {
      throw Failure.invalid(
          "the config file '" + file + "' is larger than " + LARGEST + " bytes",
          "Check the path given with --config: it names a file with one setting on a line.");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private Failure refused(String problem, String advice, Exception cause) {
    return Failure.invalid("the config file '" + file + "' " + problem, advice, cause);
  }

  private static String problem(Path file) {
    if (!Files.exists(file)) {
      return "does not exist";
    }
    if (Files.isDirectory(file)) {
      return "is a directory";
    }
    return Files.isReadable(file) ? "cannot be read" : "may not be read by you";
  }

  private Failure unknown(String name) {
    return Failure.invalid(
        "the config file '" + file + "' has the unknown key '" + name + "'",
        Nearest.question(name, Setting.all().map(Setting::property))
            + "Allowed are: "
            + Setting.all().map(Setting::property).collect(joining(", ")));
  }

  private String resolved(Setting setting, String value) {
    if (setting == Setting.STORE) {
      return StoreAddress.withPath(value, path -> besideThisFile(setting, path));
    }
    return setting.isPath() && !value.isBlank() ? besideThisFile(setting, value) : value;
  }

  private String besideThisFile(Setting setting, String path) {
    try {
      return file.resolveSibling(path).toString();
    } catch (InvalidPathException refused) {
      throw Failure.invalid(
          "'" + path + "' is not the path of a file: " + refused.getReason(),
          "Correct the key " + setting.property() + " of the config file '" + file + "'.",
          refused);
    }
  }
}
