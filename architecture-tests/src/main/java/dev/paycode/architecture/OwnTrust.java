package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/**
 * Implementations of the two interfaces that decide whom TLS trusts, be they classes or lambdas.
 */
final class OwnTrust {

  private static final String TRUST_MANAGER = "javax.net.ssl.TrustManager";
  private static final String HOSTNAME_VERIFIER = "javax.net.ssl.HostnameVerifier";

  private OwnTrust() {}

  static Stream<String> in(JavaClass type) {
    return isOne(type)
        ? Stream.of(
            type.getDescription() + " decides whom to trust in " + type.getSourceCodeLocation())
        : Stream.concat(namesOne(type), handsOneOver(type)).distinct();
  }

  private static boolean isOne(JavaClass type) {
    return type.isAssignableTo(TRUST_MANAGER) || type.isAssignableTo(HOSTNAME_VERIFIER);
  }

  /** A lambda is no class, but what it is kept in or returned as has a type. */
  private static Stream<String> namesOne(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(each -> each.getTargetClass().getName().equals(HOSTNAME_VERIFIER))
        .map(each -> each.getDescription());
  }

  /** A lambda that is passed on at once leaves no type but that of the parameter. */
  private static Stream<String> handsOneOver(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream()
        .filter(
            access ->
                access.getTarget().getRawParameterTypes().stream()
                    .anyMatch(parameter -> parameter.getName().equals(HOSTNAME_VERIFIER)))
        .map(access -> access.getDescription());
  }
}
