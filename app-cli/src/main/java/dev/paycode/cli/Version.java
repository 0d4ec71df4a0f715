package dev.paycode.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, the commit it was built from, and the Java it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "paycode " + version() + " (commit " + commit() + ")",
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")"
    };
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "(not from a jar)");
  }

  /** As the build found it out. */
  private static String commit() {
    Properties build = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
      build.load(Objects.requireNonNull(file, "the build writes it"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The jar is damaged", unreadable);
    }
    return build.getProperty("commit", "unknown");
  }
}
