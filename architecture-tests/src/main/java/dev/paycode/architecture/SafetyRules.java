package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Rules whose breach costs money or secrets. They hold everywhere, in the application, too. */
public final class SafetyRules {

  private static final List<String> NOWHERE = List.of();

  private SafetyRules() {}

  /** The rule that nobody has a TrustManager or HostnameVerifier of their own. */
  public static ArchRule trustIsDecidedByThePlatform() {
    return new Law(
        Facts.noneOutside(NOWHERE, OwnTrust::in)
            .as("Which certificate and which host name is good, the platform decides")
            .because("a check of one's own is soon one that trusts everybody, and never noticed"),
        "a certificate of a test system was refused, and the check was silenced",
        "put the issuer into a KeyStore and use the platform's TrustManagerFactory with it");
  }

  /** The rule that nothing chooses to be Serializable, or reads or writes what is. */
  public static ArchRule nothingIsSerializable() {
    return new Law(
        Facts.noneOutside(NOWHERE, Serialization::in)
            .as("Nothing uses Java serialization")
            .because("it makes objects past their constructors, and writes secrets into files"),
        "a framework or a session asked for it, or an object was to be copied or stored quickly",
        "write and read the values by a format, and make the object by its constructor");
  }

  /** The rule that secret types have a toString of their own. */
  public static ArchRule secretsMaskTheirText(Hexagon hexagon) {
    List<String> secrets = hexagon.all(Part.SECRETS);
    return new Law(
        Facts.noneOutside(
                NOWHERE,
                type ->
                    SecretText.unmaskedIn(type).filter(fact -> secrets.contains(type.getName())))
            .as("Secret types write their own toString")
            .because("the one that a record gets prints every component, into some log, some day"),
        "a class with a secret became a record, or its toString was thrown out as unused",
        "override toString so that it shows no more than is needed to tell two apart");
  }

  /** The rule that guarded types are instantiated by their makers only. */
  public static ArchRule guardedTypesAreMadeByTheirMakersOnly(Hexagon hexagon) {
    return new Law(
        Facts.noneOutside(NOWHERE, (JavaClass type) -> Makers.forgeriesOf(type, hexagon.makers()))
            .as("Guarded types are made only by those who check first")
            .because("an object that stands for a check must not exist where none was made"),
        "a test helper, a mapper or a second path makes the object without the check",
        "ask the maker for it, or declare another maker by Hexagon.madeOnlyBy");
  }
}
