package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Static fields whose content may change. */
final class MutableStatics {

  /** Concrete collections are found as such; an interface may hide an unchangeable one. */
  private static final List<Class<?>> MADE_TO_CHANGE =
      List.of(Random.class, StringBuilder.class, StringBuffer.class, ThreadLocal.class);

  private MutableStatics() {}

  static Stream<String> of(JavaClass type) {
    boolean fillsCollections = fillsCollections(type);
    return type.getFields().stream()
        .filter(field -> has(field, JavaModifier.STATIC) && !has(field, JavaModifier.SYNTHETIC))
        .filter(field -> !has(field, JavaModifier.FINAL) || changes(field, fillsCollections))
        .map(field -> field.getDescription() + " may change in " + field.getSourceCodeLocation());
  }

  private static boolean has(JavaField field, JavaModifier modifier) {
    return field.getModifiers().contains(modifier);
  }

  private static boolean changes(JavaField field, boolean fillsCollections) {
    JavaClass type = field.getRawType();
    return (type.isArray() && !has(field, JavaModifier.PRIVATE))
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || MADE_TO_CHANGE.stream().anyMatch(type::isAssignableTo)
        || (isCollection(type) && (fillsCollections || !type.isInterface()));
  }

  /** Whether the static initializer makes a collection that can be changed. */
  private static boolean fillsCollections(JavaClass type) {
    return type.getStaticInitializer()
        .map(
            initializer ->
                initializer.getConstructorCallsFromSelf().stream()
                    .anyMatch(call -> isCollection(call.getTargetOwner())))
        .orElse(false);
  }

  private static boolean isCollection(JavaClass type) {
    return Set.of(Collection.class, Map.class).stream().anyMatch(type::isAssignableTo);
  }
}
