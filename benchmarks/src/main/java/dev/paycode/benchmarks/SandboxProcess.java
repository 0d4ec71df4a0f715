package dev.paycode.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sandbox in a process of its own, over TLS, as {@code paycode sandbox --tls} starts it. */
final class SandboxProcess implements AutoCloseable {

  private final Process process;
  private final Path clientFiles;

  private SandboxProcess(Process process, Path clientFiles) {
    this.process = process;
    this.clientFiles = clientFiles;
  }

  /** A sandbox that listens. */
  static SandboxProcess start(Workshop workshop) throws IOException {
    Path clientFiles = workshop.out().resolve("sandbox");
    List<String> options =
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.security.properties=" + fastestProviderFirst(workshop));
    Process process =
        new ProcessBuilder(
                JavaProgram.command(
                    options,
                    "dev.paycode.cli.Main",
                    "sandbox",
                    "--tls",
                    "--port=0",
                    "--keys=" + clientFiles))
            .redirectError(workshop.out().resolve("sandbox.log").toFile())
            .start();
    SandboxProcess sandbox = new SandboxProcess(process, clientFiles);
    // Whoever interrupts the measuring leaves no server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    sandbox.awaitFirstLine();
    return sandbox;
  }

  /** So that what it takes to sign the answers is not what is measured. */
  private static Path fastestProviderFirst(Workshop workshop) throws IOException {
    List<String> providers =
        Stream.concat(
                Stream.of(RsaImplementation.usable().get(0).provider().getClass().getName()),
                Arrays.stream(Security.getProviders()).map(Provider::getName))
            .toList();
    return Files.writeString(
        workshop.out().resolve("sandbox.security"),
        IntStream.range(0, providers.size())
            .mapToObj(index -> "security.provider." + (index + 1) + "=" + providers.get(index))
            .collect(Collectors.joining("\n")));
  }

  /** It prints where it listens once it does; the rest is a dozen lines that nobody has to read. */
  private void awaitFirstLine() throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    if (output.readLine() == null) {
      throw new IOException("the sandbox did not start; sandbox.log tells why");
    }
  }

  /** The directory with what a client needs. */
  Path clientFiles() {
    return clientFiles;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
