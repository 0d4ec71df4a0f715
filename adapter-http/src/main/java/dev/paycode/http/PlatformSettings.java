package dev.paycode.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** How the Java platform was told to behave on the network, from where its HTTP client reads it. */
final class PlatformSettings {

  private PlatformSettings() {}

  /** The system property, else what the platform's own configuration says; empty if neither. */
  static String value(String name) {
    return Optional.ofNullable(System.getProperty(name)).orElseGet(() -> configured(name));
  }

  private static String configured(String name) {
    Path file = Path.of(System.getProperty("java.home"), "conf", "net.properties");
    Properties properties = new Properties();
    try (InputStream stored = Files.newInputStream(file)) {
      properties.load(stored);
    } catch (IOException unreadable) {
      return "";
    }
    return properties.getProperty(name, "");
  }
}
