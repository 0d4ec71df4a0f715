package dev.paycode.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What others can call: the public and protected types and members of some classes, one line for
 * each, sorted. Kept in a file and compared in a test, it makes every change of an API a decision.
 *
 * <p>Types are written with their generics. Annotations, the values of constants and the overrides
 * of {@link Object}'s methods are left out.
 */
public final class PublicApi {

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private PublicApi() {}

  /**
   * The lines of these classes, which must be on the class path.
   *
   * <pre>{@code
   * com.acme.shop.Money is public final class
   * com.acme.shop.Money: public static com.acme.shop.Money of(long)
   * }</pre>
   */
  public static List<String> of(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::reflect)
        .filter(PublicApi::isShown)
        .flatMap(PublicApi::lines)
        .sorted()
        .toList();
  }

  private static boolean isShown(Class<?> type) {
    Class<?> enclosing = type.getEnclosingClass();
    return isShown(type.getModifiers())
        && !type.isAnonymousClass()
        && (enclosing == null || isShown(enclosing));
  }

  private static boolean isShown(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static Stream<String> lines(Class<?> type) {
    Stream<String> members =
        Stream.<Member[]>of(
                type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
            .flatMap(Arrays::stream)
            .filter(member -> isShown(member.getModifiers()) && !member.isSynthetic())
            .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
            .map(member -> type.getName() + ": " + text(member, type));
    return Stream.concat(Stream.of(type.getName() + " is " + text(type)), members);
  }

  /** What the platform says, less what is no promise to callers. */
  private static String text(Member member, Class<?> type) {
    String text =
        member instanceof Field field
            ? field.toGenericString()
            : ((Executable) member).toGenericString();
    return text.replace("synchronized ", "")
        .replace(type.getName() + "." + member.getName(), member.getName());
  }

  /** Not {@link Class#toGenericString()}, which says more on later versions of Java. */
  private static String text(Class<?> type) {
    return Stream.of(
            Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE),
            kind(type) + names("<", type.getTypeParameters(), ">"),
            names("extends ", superclass(type), ""),
            names("implements ", type.getGenericInterfaces(), ""),
            type.isSealed() ? names("permits ", type.getPermittedSubclasses(), "") : "")
        .filter(word -> !word.isEmpty())
        .collect(joining(" "));
  }

  private static String kind(Class<?> type) {
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private static Type[] superclass(Class<?> type) {
    boolean isNamed = kind(type).equals("class") && type.getSuperclass() != Object.class;
    return isNamed ? new Type[] {type.getGenericSuperclass()} : new Type[0];
  }

  private static String names(String before, Type[] types, String after) {
    return types.length == 0
        ? ""
        : Stream.of(types).map(Type::getTypeName).collect(joining(", ", before, after));
  }
}
