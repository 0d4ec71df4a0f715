package dev.paycode.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;

/**
 * What may not be among ports.
 *
 * @param language the types that a port may name
 */
record PortTypes(DescribedPredicate<JavaClass> language) {

  /** The type itself, unless it is an interface or a value. */
  static Stream<String> withBehaviour(JavaClass type) {
    boolean isValue =
        type.isInterface()
            || type.isRecord()
            || type.isEnum()
            || type.isAssignableTo(Throwable.class)
            || type.isAnonymousClass()
            || isBesideAnother(type);
    return isValue
        ? Stream.empty()
        : Stream.of(
            type.getDescription()
                + " is neither interface, record, enum nor exception in "
                + type.getSourceCodeLocation());
  }

  /** The class of an enum constant with a body, or one that the compiler adds to another. */
  private static boolean isBesideAnother(JavaClass type) {
    return type.isAssignableTo(Enum.class) || type.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** The foreign types in the type's signatures. */
  Stream<String> foreignWords(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE))
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
        .flatMap(this::foreignWords);
  }

  private Stream<String> foreignWords(JavaCodeUnit unit) {
    Stream<JavaClass> thrown = unit.getThrowsClause().getTypes().stream();
    return Stream.concat(unit.getAllInvolvedRawTypes().stream(), thrown)
        .map(JavaClass::getBaseComponentType)
        .filter(type -> !type.isPrimitive() && !language.test(type))
        .distinct()
        .map(
            type ->
                unit.getDescription()
                    + " names <"
                    + type.getName()
                    + "> in "
                    + unit.getSourceCodeLocation());
  }
}
