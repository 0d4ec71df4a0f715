package dev.paycode.cli;

import dev.paycode.signing.RsaKeys;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the password of a private key comes from; never from the command line itself. */
final class PasswordOptions {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The file whose first line is the private key's password; mode 600.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--password", description = "Ask for the private key's password on the terminal.")
  private boolean prompting;

  /**
   * The password of a key that exists, if the user has one.
   *
   * @throws Failure if there is no terminal to ask on
   */
  Optional<char[]> existing(PasswordPrompt prompt) {
    requireOneSource();
    return prompting ? Optional.of(asked(prompt, "Password: ")) : fromFile();
  }

  /**
   * The password of a key to be made, if the user wants one; asked twice.
   *
   * @throws Failure if there is no terminal to ask on, the answers differ or are empty
   */
  Optional<char[]> fresh(PasswordPrompt prompt) {
    requireOneSource();
    return prompting ? Optional.of(askedTwice(prompt)) : fromFile();
  }

  private Optional<char[]> fromFile() {
    return file.map(RsaKeys::readPassword);
  }

  private char[] askedTwice(PasswordPrompt prompt) {
    char[] password = asked(prompt, "New password: ");
    if (password.length == 0) {
      throw Failure.invalid(
          "the password is empty",
          "Type one, or leave --password out to keep the key unencrypted.");
    }
    if (!Arrays.equals(password, asked(prompt, "The same again: "))) {
      throw Failure.invalid("the two passwords differ", "Run the command again.");
    }
    return password;
  }

  private void requireOneSource() {
    if (prompting && file.isPresent()) {
      throw Failure.invalid(
          "--password and --password-file are both given", "Leave one of the two out.");
    }
  }

  /**
   * What was typed.
   *
   * @throws Failure if there is no terminal to ask on
   */
  static char[] asked(PasswordPrompt prompt, String question) {
    return prompt
        .ask(question)
        .orElseThrow(
            () ->
                Failure.invalid(
                    "there is no terminal to ask for the password on",
                    "Write the password into a file of mode 600 and name it with --password-file."));
  }
}
