/** Rules of a hexagonal architecture, for any project to run in its own tests. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // ArchUnit is one
module dev.paycode.architecture {
  requires transitive com.tngtech.archunit;
  requires static org.jspecify;

  exports dev.paycode.architecture;
}
