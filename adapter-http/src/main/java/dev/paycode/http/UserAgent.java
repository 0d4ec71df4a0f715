package dev.paycode.http;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** The name under which this library calls. */
final class UserAgent {

  private static final String NAME = "paycode";

  private UserAgent() {}

  /** The name with the version of a module, else of a jar on the class path, else without one. */
  static String current() {
    return Optional.ofNullable(UserAgent.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion()))
        .map(version -> NAME + "/" + version)
        .orElse(NAME);
  }
}
