package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;

/** Types whose text form nobody wrote. */
final class SecretText {

  private SecretText() {}

  static Stream<String> unmaskedIn(JavaClass type) {
    return type.tryGetMethod("toString")
        .map(
            method ->
                isTheCompilers(method)
                    ? fact(type, "prints all its components by the record's own toString")
                    : Stream.<String>empty())
        .orElseGet(() -> fact(type, "does not override toString"));
  }

  private static Stream<String> fact(JavaClass type, String fact) {
    return Stream.of(type.getDescription() + " " + fact + " in " + type.getSourceCodeLocation());
  }

  /** The one that javac writes is final and, as far as a class file tells, calls nothing. */
  private static boolean isTheCompilers(JavaMethod method) {
    return method.getOwner().isRecord()
        && method.getModifiers().contains(JavaModifier.FINAL)
        && method.getAccessesFromSelf().isEmpty();
  }
}
