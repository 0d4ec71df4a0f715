package dev.paycode.architecture;

import static dev.paycode.architecture.PaycodeModule.APP_CLI;
import static dev.paycode.architecture.PaycodeModule.CORE;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the modules say of themselves to the Java platform, be they jars or target/classes. */
class ModuleDescriptorTest {

  private static final Map<String, ModuleDescriptor> DESCRIPTORS = descriptors();

  static Stream<PaycodeModule> adapters() {
    return Arrays.stream(PaycodeModule.values()).filter(PaycodeModule::isAdapter);
  }

  @ParameterizedTest
  @EnumSource
  void every_module_is_on_the_class_path(PaycodeModule module) {
    assertThat(DESCRIPTORS.keySet())
        .as("modules on the class path; architecture-tests/pom.xml must depend on each")
        .contains(module.moduleName());
  }

  @ParameterizedTest
  @EnumSource
  void the_classes_of_every_module_are_judged(PaycodeModule module) {
    assertThat(descriptor(module).packages())
        .isNotEmpty()
        .allMatch(Paycode.CLASSES::containPackage);
  }

  @Test
  void no_class_is_judged_that_is_in_no_module() {
    Set<String> packages =
        Arrays.stream(PaycodeModule.values())
            .flatMap(module -> descriptor(module).packages().stream())
            .collect(toSet());

    assertThat(Paycode.CLASSES)
        .filteredOn(type -> !packages.contains(type.getPackageName()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_module_exports_the_packages_that_are_declared_public(PaycodeModule module) {
    assertThat(descriptor(module).exports())
        .filteredOn(exported -> !exported.isQualified())
        .extracting(Exports::source)
        .as("exports in module-info.java of %s, and those declared in PaycodeModule", module)
        .containsExactlyInAnyOrderElementsOf(module.exports());
  }

  @ParameterizedTest
  @EnumSource
  void only_the_application_opens_itself_to_reflection(PaycodeModule module) {
    assertThat(descriptor(module).isOpen() || !descriptor(module).opens().isEmpty())
        .as("%s opens packages", module)
        .isEqualTo(module == APP_CLI);
  }

  @Test
  void the_core_needs_nothing_but_the_base_of_the_platform() {
    assertThat(requiredToRun(CORE)).containsExactly("java.base");
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void an_adapter_needs_no_module_of_this_project_but_the_core(PaycodeModule adapter) {
    assertThat(requiredToRun(adapter))
        .filteredOn(name -> name.startsWith("dev.paycode"))
        .containsExactly("dev.paycode");
  }

  private static Set<String> requiredToRun(PaycodeModule module) {
    return descriptor(module).requires().stream()
        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
        .map(Requires::name)
        .collect(toSet());
  }

  private static ModuleDescriptor descriptor(PaycodeModule module) {
    return Optional.ofNullable(DESCRIPTORS.get(module.moduleName()))
        .orElseThrow(
            () ->
                new AssertionError(
                    "There is no module "
                        + module.moduleName()
                        + " on the class path; let architecture-tests/pom.xml depend on "
                        + module.directory()));
  }

  private static Map<String, ModuleDescriptor> descriptors() {
    ClassLoader loader = ModuleDescriptorTest.class.getClassLoader();
    try {
      return Collections.list(loader.getResources("module-info.class")).stream()
          .map(ModuleDescriptorTest::read)
          .collect(toMap(ModuleDescriptor::name, identity(), (first, second) -> first));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ModuleDescriptor read(URL location) {
    try (InputStream compiled = location.openStream()) {
      return ModuleDescriptor.read(compiled);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
