package dev.paycode.cli;

import dev.paycode.http.GatewayAddress;
import dev.paycode.message.ClientId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A message to sign or to verify. */
final class MessageOptions {

  private static final int LARGEST = 1_048_576;
  private static final String VISIBLE = "[!-~]{1,256}";

  @Parameters(
      paramLabel = "BODY",
      description = "The file with the body, exactly as it is sent or received; - is stdin.")
  private String body = "";

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path called, without host. Default: " + GatewayAddress.PATH)
  private String path = GatewayAddress.PATH;

  @Option(
      names = "--reveal",
      description = "Show runs of 16 or more digits in full: they may be payment codes.")
  private boolean reveal;

  boolean isRevealed() {
    return reveal;
  }

  /**
   * The message.
   *
   * @param time the text of its time header
   * @throws Failure if the body cannot be read, or path or time cannot be those of a message
   */
  Message message(Settings settings, String time, Supplier<InputStream> stdin) {
    requireVisible("path", path);
    requireVisible("time", time);
    ClientId clientId = settings.require(Setting.CLIENT_ID, ClientId::parse);
    return new Message(path, clientId, time, bytes(stdin));
  }

  private static void requireVisible(String name, String text) {
    if (!text.matches(VISIBLE)) {
      throw Failure.invalid(
          "the " + name + " '" + text + "' is not 1 to 256 visible ASCII characters",
          "Give with --" + name + " what was called or received, without blanks and line ends.");
    }
  }

  private byte[] bytes(Supplier<InputStream> stdin) {
    try (InputStream stream =
        body.equals("-") ? stdin.get() : Files.newInputStream(Path.of(body))) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Failure.invalid(
            "the body is larger than " + LARGEST + " bytes", "Give the body of one message.");
      }
      return bytes;
    } catch (IOException | IllegalArgumentException unreadable) {
      throw Failure.invalid(
          "the body '" + body + "' cannot be read", "Name a file, or - for stdin.", unreadable);
    }
  }
}
