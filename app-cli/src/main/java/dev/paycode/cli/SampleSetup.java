package dev.paycode.cli;

import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import dev.paycode.sandbox.SandboxTls;
import dev.paycode.usecase.TimeAndChance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A set-up that is right: a sandbox in this process, with TLS, and the files of its client. */
final class SampleSetup {

  private final TimeAndChance time;
  private final Provider<RandomGenerator> digits;
  private final Provider<SandboxKeys> keys;

  @Inject
  SampleSetup(TimeAndChance time, Provider<RandomGenerator> digits, Provider<SandboxKeys> keys) {
    this.time = time;
    this.digits = digits;
    this.keys = keys;
  }

  /** What is done with the set-up while it is there. */
  interface Examiner {
    DoctorReport examine(Settings settings) throws InterruptedException;
  }

  /**
   * What this examiner finds.
   *
   * @throws Failure if the sandbox cannot be started or its files cannot be written
   */
  DoctorReport examinedBy(Examiner examiner) throws InterruptedException {
    SandboxOptions options =
        SandboxOptions.of(keys.get(), time.clock(), digits.get()).withTls(SandboxTls.generate());
    try (Sandbox sandbox = Sessions.start(options)) {
      Path directory = Files.createTempDirectory("paycode-doctor-");
      try {
        return examiner.examine(settings(sandbox.writeClientFiles(directory)));
      } finally {
        remove(directory);
      }
    } catch (IOException | UnsupportedOperationException failure) {
      throw Failure.misconfigured(
          "the files of the sandbox's client cannot be written",
          "Set java.io.tmpdir to a directory on a POSIX file system that you may write to.",
          failure);
    }
  }

  private static Settings settings(Path config) {
    return Settings.of(Map.of(), Optional.of(config), Environment.of(Map.of()));
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(SampleSetup::delete);
    }
    Files.delete(directory);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
