package dev.paycode.architecture;

import static dev.paycode.architecture.PaycodeModule.APP_CLI;
import static dev.paycode.architecture.PaycodeModule.CORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.architecture.MavenModule.Dependency;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module of this project may depend on what: the poms' side of the rules. */
class MavenGraphTest {

  /**
   * The rules themselves, and measurements: these print, reach everything, and are published and
   * depended on by nobody.
   */
  private static final Set<String> NOT_JUDGED = Set.of("architecture-tests", "benchmarks");

  private static final Set<String> FRAMEWORKS =
      Set.of("com.google.inject", "jakarta.inject", "javax.inject", "org.springframework");

  static Stream<PaycodeModule> adapters() {
    return Arrays.stream(PaycodeModule.values()).filter(PaycodeModule::isAdapter);
  }

  @Test
  void every_module_of_the_build_is_declared_here_and_judged() throws IOException {
    assertThat(parent().modules())
        .filteredOn(directory -> !NOT_JUDGED.contains(directory))
        .as("modules of pom.xml; declare a new one in PaycodeModule and in Paycode.HEXAGON")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PaycodeModule.values()).map(PaycodeModule::directory).toList());
  }

  @Test
  void the_parent_hands_no_dependency_down_to_all() throws IOException {
    assertThat(parent().dependencies())
        .as("dependencies of the parent; declare each in the modules that need it")
        .isEmpty();
  }

  @Test
  void the_core_brings_nothing_with_it() throws IOException {
    assertThat(dependencies(CORE))
        .filteredOn(Dependency::isPassedOn)
        .as("dependencies that everybody who embeds the core would get")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void an_adapter_depends_on_no_module_but_the_core(PaycodeModule adapter) throws IOException {
    assertThat(dependencies(adapter))
        .filteredOn(dependency -> dependency.groupId().equals("dev.paycode"))
        .extracting(Dependency::artifactId)
        .as("modules that %s depends on; adapters meet only in the core's ports", adapter)
        .containsOnly("paycode-core");
  }

  @ParameterizedTest
  @EnumSource
  void no_module_depends_on_one_that_is_not_judged(PaycodeModule module) throws IOException {
    assertThat(dependencies(module))
        .extracting(Dependency::artifactId)
        .as("dependencies of %s, of which no rule must be left out", module)
        .doesNotContainAnyElementsOf(
            NOT_JUDGED.stream().map(directory -> "paycode-" + directory).toList());
  }

  @ParameterizedTest
  @EnumSource
  void only_the_application_brings_a_wiring_framework(PaycodeModule module) throws IOException {
    assertThat(dependencies(module))
        .filteredOn(dependency -> FRAMEWORKS.contains(dependency.groupId()))
        .filteredOn(Dependency::isPassedOn)
        .as("wiring frameworks that %s depends on", module)
        .hasSize(module == APP_CLI ? 1 : 0);
  }

  private static MavenModule parent() throws IOException {
    return MavenModule.read(Paycode.file("pom.xml"));
  }

  private static List<Dependency> dependencies(PaycodeModule module) throws IOException {
    return MavenModule.read(Paycode.file(module.directory(), "pom.xml")).dependencies();
  }
}
