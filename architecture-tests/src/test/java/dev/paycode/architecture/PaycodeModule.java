package dev.paycode.architecture;

import java.util.Set;

/** The modules of this project, but for this one, and what each shows to others. */
enum PaycodeModule {
  CORE(
      "core",
      "dev.paycode",
      Set.of(
          "dev.paycode.code",
          "dev.paycode.handling",
          "dev.paycode.message",
          "dev.paycode.port.in",
          "dev.paycode.port.out",
          "dev.paycode.request",
          "dev.paycode.result",
          "dev.paycode.usecase")),
  ADAPTER_HTTP("adapter-http", "dev.paycode.http", Set.of("dev.paycode.http")),
  ADAPTER_SIGNING("adapter-signing", "dev.paycode.signing", Set.of("dev.paycode.signing")),
  ADAPTER_PERSISTENCE(
      "adapter-persistence", "dev.paycode.persistence", Set.of("dev.paycode.persistence")),
  SANDBOX(
      "sandbox", "dev.paycode.sandbox", Set.of("dev.paycode.sandbox", "dev.paycode.sandbox.junit")),
  APP_CLI("app-cli", "dev.paycode.cli", Set.of());

  private final String directory;
  private final String moduleName;

  @SuppressWarnings("ImmutableEnumChecker") // all are made by Set.of
  private final Set<String> exports;

  PaycodeModule(String directory, String moduleName, Set<String> exports) {
    this.directory = directory;
    this.moduleName = moduleName;
    this.exports = exports;
  }

  /** Its directory in the checkout. */
  String directory() {
    return directory;
  }

  /** Its name for the Java platform. */
  String moduleName() {
    return moduleName;
  }

  /** The packages that anybody may use. */
  Set<String> exports() {
    return exports;
  }

  /** Whether it stands between the core and the application. */
  boolean isAdapter() {
    return this != CORE && this != APP_CLI;
  }
}
