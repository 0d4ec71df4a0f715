package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who makes objects of guarded types. */
final class Makers {

  private Makers() {}

  /** The places that make one of this type, although they may not. */
  static Stream<String> forgeriesOf(JavaClass type, Map<String, List<String>> makers) {
    List<String> allowed = makers.get(type.getName());
    return allowed == null
        ? Stream.empty()
        : type.getCodeUnitAccessesToSelf().stream()
            .filter(access -> access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME))
            .filter(access -> !access.getOriginOwner().equals(type))
            .filter(access -> allowed.stream().noneMatch(one -> isIn(access.getOriginOwner(), one)))
            .map(access -> access.getDescription());
  }

  private static boolean isIn(JavaClass origin, String maker) {
    return origin.getName().equals(maker) || origin.getName().startsWith(maker + "$");
  }
}
