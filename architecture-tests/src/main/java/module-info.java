/**
 * Rules of a hexagonal architecture, for any project to run in its own tests.
 *
 * <p>Open {@link dev.paycode.architecture.Hexagon} to describe a project, {@link
 * dev.paycode.architecture.HexagonalRules} for the rules.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // ArchUnit is one
module dev.paycode.architecture {
  requires transitive com.tngtech.archunit;
  requires java.xml;
  requires static org.jspecify;

  exports dev.paycode.architecture;
}
