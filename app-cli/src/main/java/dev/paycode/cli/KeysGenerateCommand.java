package dev.paycode.cli;

import dev.paycode.signing.RsaKeyPair;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a pair of keys for the wallet. */
@Command(
    name = "generate",
    customSynopsis = "paycode keys generate [OPTIONS] --out=DIR",
    description = "Make a new pair of RSA keys and print the half that Alipay+ needs.",
    footer = "  paycode keys generate --out keys --bits 3072 --password")
final class KeysGenerateCommand extends CommonOptions implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where to write mpp-private-key.pem, mode 600, and mpp-public-key.pem. Nothing is"
              + " overwritten.")
  private Path directory = Path.of("");

  @Option(names = "--bits", paramLabel = "N", description = "2048, 3072 or 4096. Default: 2048")
  private int bits = 2048;

  @Mixin private PasswordOptions password = new PasswordOptions();
  @Mixin private Output output;

  private final PasswordPrompt prompt;

  @Inject
  KeysGenerateCommand(Output output, PasswordPrompt prompt) {
    this.output = output;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    Path privateKey = free("mpp-private-key.pem");
    Path publicKey = free("mpp-public-key.pem");
    Optional<char[]> secret = password.fresh(prompt);
    RsaKeyPair pair = generated();
    write(
        privateKey,
        secret.map(pair::privatePem).orElseGet(pair::privatePem),
        publicKey,
        pair.publicPem());
    output.print(
        new KeyPairReport(privateKey.toString(), publicKey.toString(), pair.publicBase64()));
    return ExitCode.OBTAINED;
  }

  private Path free(String name) {
    Path file = directory.resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.misconfigured(
          "'" + file + "' exists already", "Move it away, or name another directory with --out.");
    }
    return file;
  }

  private RsaKeyPair generated() {
    try {
      return RsaKeyPair.generate(bits);
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()), "Correct the option --bits.", refused);
    }
  }

  /** Both or none, and neither by half: written aside, then given their names. */
  private void write(Path privateKey, String privatePem, Path publicKey, String publicPem) {
    try {
      Files.createDirectories(directory, mode("rwx------"));
      try (AsideFile secret = AsideFile.beside(privateKey, privatePem, mode("rw-------"));
          AsideFile open = AsideFile.beside(publicKey, publicPem, mode("rw-r--r--"))) {
        open.giveName();
        secret.giveName();
      }
    } catch (IOException | UnsupportedOperationException failure) {
      throw Failure.misconfigured(
          "the keys cannot be written into '" + directory + "'",
          "Name with --out a directory on a POSIX file system that you may write to.",
          failure);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
