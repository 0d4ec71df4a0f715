package dev.paycode.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This project: its description, its classes and its directory. */
final class Paycode {

  static final Hexagon HEXAGON =
      Hexagon.around(
              "dev.paycode.code",
              "dev.paycode.request",
              "dev.paycode.result",
              "dev.paycode.message",
              "dev.paycode.handling")
          .portsOut("dev.paycode.port.out")
          .portsIn("dev.paycode.port.in")
          .useCases("dev.paycode.usecase")
          .adapters(
              "dev.paycode.http..",
              "dev.paycode.signing..",
              "dev.paycode.persistence..",
              "dev.paycode.sandbox..")
          .application("dev.paycode.cli..")
          .coreMayUse(
              "java.io",
              "java.lang",
              "java.lang.invoke",
              "java.lang.runtime",
              "java.net",
              "java.nio.charset",
              "java.security",
              "java.time",
              "java.time.format",
              "java.time.temporal",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.function",
              "java.util.regex",
              "java.util.stream",
              "org.jspecify.annotations")
          .portsMaySpeak("java.lang", "java.time", "java.util", "java.util.function")
          .wiring(
              "com.google.inject..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "javax.inject..",
              "org.springframework..")
          .publicTypes(
              "dev.paycode.http.ConnectionReuse",
              "dev.paycode.http.GatewayAddress",
              "dev.paycode.http.GatewayTls",
              "dev.paycode.http.HttpCodeGateway",
              "dev.paycode.http.HttpCodeGatewayBuilder",
              "dev.paycode.persistence.CodeStore",
              "dev.paycode.persistence.DroppedRow",
              "dev.paycode.persistence.H2File",
              "dev.paycode.persistence.JdbcStore",
              "dev.paycode.persistence.MemoryStore",
              "dev.paycode.persistence.PostgresPool",
              "dev.paycode.persistence.RedisStore",
              "dev.paycode.persistence.RedisStoreBuilder",
              "dev.paycode.persistence.StoreKeys",
              "dev.paycode.persistence.StoreStatus",
              "dev.paycode.persistence.UnusableStoreKeysException",
              "dev.paycode.sandbox.Issuance",
              "dev.paycode.sandbox.Pause",
              "dev.paycode.sandbox.Sandbox",
              "dev.paycode.sandbox.SandboxCall",
              "dev.paycode.sandbox.SandboxKeys",
              "dev.paycode.sandbox.SandboxOptions",
              "dev.paycode.sandbox.SandboxTls",
              "dev.paycode.sandbox.Script",
              "dev.paycode.sandbox.ScriptedCustomer",
              "dev.paycode.sandbox.junit.SandboxExtension",
              "dev.paycode.signing.KeyFacts",
              "dev.paycode.signing.ReloadingVerifier",
              "dev.paycode.signing.RsaKeyPair",
              "dev.paycode.signing.RsaKeys",
              "dev.paycode.signing.RsaProvider",
              "dev.paycode.signing.RsaSigner",
              "dev.paycode.signing.RsaVerifier",
              "dev.paycode.signing.SigningKeySchedule",
              "dev.paycode.signing.UnusableKeyException")
          .secrets(
              "dev.paycode.cli.CodeReport$Entry",
              "dev.paycode.cli.PageState$Code",
              "dev.paycode.cli.PageState$Symbol",
              "dev.paycode.cli.PrintSheet",
              "dev.paycode.cli.ShownCode",
              "dev.paycode.cli.Configured",
              "dev.paycode.cli.Environment",
              "dev.paycode.cli.SignatureReport",
              "dev.paycode.cli.VerificationReport",
              "dev.paycode.code.CodeSchedule",
              "dev.paycode.code.PaymentCode",
              "dev.paycode.message.SignatureHeader",
              "dev.paycode.message.SignedContent",
              "dev.paycode.persistence.RedisStoreBuilder",
              "dev.paycode.persistence.StoreKeys",
              "dev.paycode.request.CodeHolder",
              "dev.paycode.request.CodeRequest",
              "dev.paycode.request.CustomerId",
              "dev.paycode.request.DeviceEnvironment",
              "dev.paycode.sandbox.Answer",
              "dev.paycode.sandbox.ReceivedRequest",
              "dev.paycode.sandbox.SandboxKeys",
              "dev.paycode.sandbox.SandboxTls",
              "dev.paycode.sandbox.Signing",
              "dev.paycode.signing.RsaSigner")
          .madeOnlyBy("dev.paycode.http.VerifiedBody", "dev.paycode.http.Authentication")
          .madeOnlyBy("dev.paycode.handling.Reply$Answer", "dev.paycode.http.AnswerReader")
          .madeOnlyBy("dev.paycode.handling.Reply$Unauthenticated", "dev.paycode.http.AnswerReader")
          .madeOnlyBy("dev.paycode.port.out.Verdict$Verified", "dev.paycode.signing.RsaVerifier");

  /** All classes of all modules but this one, without tests. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/dev/paycode/architecture/"))
          .importPackages("dev.paycode");

  private Paycode() {}

  /** A file of this project, named from its root. */
  static Path file(String first, String... more) {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, directory -> directory != null, Path::getParent)
        .filter(directory -> Files.exists(directory.resolve("architecture-tests/pom.xml")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No checkout of the project is around " + here))
        .resolve(Path.of(first, more));
  }
}
