package dev.paycode.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The description of a hexagonal architecture: which packages are which part of it, and what each
 * part may do.
 *
 * <pre>{@code
 * Hexagon.around("com.acme.shop.money", "com.acme.shop.order")
 *     .portsOut("com.acme.shop.port.out")
 *     .portsIn("com.acme.shop.port.in")
 *     .useCases("com.acme.shop.usecase")
 *     .adapters("com.acme.shop.web..", "com.acme.shop.jdbc..")
 *     .application("com.acme.shop.app..")
 *     .coreMayUse("java.lang..", "java.time..", "java.util..")
 * }</pre>
 *
 * Packages are ArchUnit's identifiers: {@code ..} stands for any number of packages, {@code *} for
 * one name. Types are named as {@link Class#getName()} does. Each method adds to what was said
 * before. A rule about something that was not described, such as secrets, holds for everybody.
 *
 * <p>Immutable.
 */
public final class Hexagon {

  private final Map<Part, List<String>> parts;
  private final Map<String, List<String>> makers;

  private Hexagon(Map<Part, List<String>> parts, Map<String, List<String>> makers) {
    this.parts = parts;
    this.makers = makers;
  }

  /**
   * A hexagon around these packages of the domain, in this order: later ones may use earlier ones.
   *
   * @throws IllegalArgumentException if there is none, or one that is no package identifier
   */
  public static Hexagon around(String... domain) {
    if (domain.length == 0) {
      throw new IllegalArgumentException("A hexagon has a domain; name at least one package of it");
    }
    return new Hexagon(Map.of(), Map.of()).withPackages(Part.DOMAIN, domain);
  }

  /** What the core needs from outside; these packages may use the domain. */
  public Hexagon portsOut(String... packages) {
    return withPackages(Part.PORTS_OUT, packages);
  }

  /** What the core offers; these packages may use the domain and the outgoing ports. */
  public Hexagon portsIn(String... packages) {
    return withPackages(Part.PORTS_IN, packages);
  }

  /** The services behind the incoming ports; these packages may use all the rest of the core. */
  public Hexagon useCases(String... packages) {
    return withPackages(Part.USE_CASES, packages);
  }

  /** The adapters: one identifier for each of them. */
  public Hexagon adapters(String... packages) {
    return withPackages(Part.ADAPTERS, packages);
  }

  /** The only place that wires, prints, and may use everything. */
  public Hexagon application(String... packages) {
    return withPackages(Part.APPLICATION, packages);
  }

  /** What the core may use beside itself: name the JDK's packages, so that each is a decision. */
  public Hexagon coreMayUse(String... packages) {
    return withPackages(Part.CORE_MAY_USE, packages);
  }

  /** What signatures of ports may name beside the core; without it, all that the core may use. */
  public Hexagon portsMaySpeak(String... packages) {
    return withPackages(Part.PORTS_MAY_SPEAK, packages);
  }

  /** The framework that the application wires with, and those that nobody shall wire with. */
  public Hexagon wiring(String... packages) {
    return withPackages(Part.WIRING, packages);
  }

  /** The public types of the adapters; the types nested in them are meant, too. */
  public Hexagon publicTypes(String... types) {
    return with(Part.PUBLIC_TYPES, types);
  }

  /** The types whose values must stand in no log. */
  public Hexagon secrets(String... types) {
    return with(Part.SECRETS, types);
  }

  /** A type, such as a verified message, that nobody but these other types may instantiate. */
  public Hexagon madeOnlyBy(String type, String... allowedMakers) {
    Map<String, List<String>> more = new LinkedHashMap<>(makers);
    more.put(type, List.of(allowedMakers));
    return new Hexagon(parts, more);
  }

  private Hexagon withPackages(Part part, String... packages) {
    Arrays.stream(packages).forEach(PackageMatcher::of);
    return with(part, packages);
  }

  private Hexagon with(Part part, String... names) {
    Map<Part, List<String>> more = new EnumMap<>(Part.class);
    more.putAll(parts);
    more.put(part, Stream.concat(all(part).stream(), Stream.of(names)).toList());
    return new Hexagon(more, makers);
  }

  /** What was named of these parts, in the order of the arguments. */
  List<String> all(Part... wanted) {
    return Stream.of(wanted).flatMap(part -> parts.getOrDefault(part, List.of()).stream()).toList();
  }

  /** The packages of the core, lowest first. */
  List<String> core() {
    return all(Part.DOMAIN, Part.PORTS_OUT, Part.PORTS_IN, Part.USE_CASES);
  }

  /** The types that only some may make, with those. */
  Map<String, List<String>> makers() {
    return makers;
  }

  /** Whether a class is in one of these packages. */
  static DescribedPredicate<JavaClass> in(List<String> packages) {
    return resideInAnyPackage(packages.toArray(String[]::new));
  }
}
