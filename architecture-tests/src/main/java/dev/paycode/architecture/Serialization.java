package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.Serializable;
import java.util.Set;
import java.util.stream.Stream;

/** Uses of Java serialization. */
final class Serialization {

  private static final Set<String> STREAMS =
      Set.of(
          "java.beans.XMLDecoder",
          "java.beans.XMLEncoder",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream");

  private Serialization() {}

  static Stream<String> in(JavaClass type) {
    return Stream.concat(itself(type), streams(type));
  }

  /** What is only inherited from a superclass, as by every enum and exception, is no choice. */
  private static Stream<String> itself(JavaClass type) {
    return type.getRawInterfaces().stream()
            .anyMatch(each -> each.isAssignableTo(Serializable.class))
        ? Stream.of(type.getDescription() + " is Serializable in " + type.getSourceCodeLocation())
        : Stream.empty();
  }

  private static Stream<String> streams(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(each -> STREAMS.contains(each.getTargetClass().getName()))
        .map(each -> each.getDescription());
  }
}
