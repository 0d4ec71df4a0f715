package dev.paycode.cli;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.sandbox.Issuance;
import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A sandbox on a free port, and the directory with what a client needs. */
final class RunningSandbox implements AutoCloseable {

  /** Made once, because making them takes long. */
  static final SandboxKeys KEYS = SandboxKeys.generate();

  private final Sandbox sandbox;
  private final Path config;

  private RunningSandbox(Sandbox sandbox, Path config) {
    this.sandbox = sandbox;
    this.config = config;
  }

  static RunningSandbox start(HandMovedTime time, Path directory) throws IOException {
    return start(SandboxOptions.of(KEYS, time, new Random(1)), directory);
  }

  static RunningSandbox start(SandboxOptions options, Path directory) throws IOException {
    Sandbox sandbox = Sandbox.start(options);
    return new RunningSandbox(sandbox, sandbox.writeClientFiles(directory));
  }

  String uri() {
    return sandbox.uri().toString();
  }

  String clientId() {
    return sandbox.clientId().value();
  }

  String config() {
    return config.toString();
  }

  String file(String name) {
    return config.resolveSibling(name).toString();
  }

  /** The digits of all codes that ever left it. */
  List<String> digits() {
    return sandbox.issued().stream()
        .map(Issuance::code)
        .map(issued -> issued.code().reveal())
        .toList();
  }

  /** When the code with these digits is valid. */
  ValidityWindow windowOf(String digits) {
    return sandbox.issued().stream()
        .map(Issuance::code)
        .filter(issued -> issued.code().reveal().equals(digits))
        .map(IssuedCode::window)
        .findAny()
        .orElseThrow();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
