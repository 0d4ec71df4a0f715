package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules, as they bind this project. */
@AnalyzeClasses(packages = "dev.paycode", importOptions = DoNotIncludeTests.class)
class PaycodeArchitectureTest {

  private static final String[] CORE = {
    "dev.paycode.code",
    "dev.paycode.request",
    "dev.paycode.result",
    "dev.paycode.message",
    "dev.paycode.handling",
    "dev.paycode.port.in",
    "dev.paycode.port.out",
    "dev.paycode.usecase"
  };

  private static final List<String> MODULES =
      List.of(
          "dev.paycode.http",
          "dev.paycode.signing",
          "dev.paycode.persistence",
          "dev.paycode.sandbox",
          "dev.paycode.cli");

  @ArchTest
  static final ArchRule core_depends_on_itself_and_the_jdk_only =
      HexagonalRules.coreDependsOnlyOn(
          CORE,
          "java.io",
          "java.lang..",
          "java.net",
          "java.nio.charset",
          "java.security",
          "java.time..",
          "java.util..",
          "org.jspecify.annotations");

  @ArchTest
  static final ArchRule adapters_do_not_know_each_other =
      HexagonalRules.adaptersMeetOnlyInPorts("dev.paycode.(http|signing|persistence|sandbox)..");

  @ArchTest
  static final ArchRule guice_is_used_in_the_application_only =
      HexagonalRules.wiringOnlyIn(
          new String[] {"dev.paycode.cli.."},
          "com.google.inject..",
          "jakarta.inject..",
          "javax.inject..");

  @ArchTest
  static void every_package_named_here_has_classes(JavaClasses classes) {
    assertThat(List.of(CORE)).allMatch(classes::containPackage);
    assertThat(MODULES).allMatch(classes::containPackage);
  }
}
