/** Rules of a hexagonal architecture, for any project to run in its own tests. */
@SuppressWarnings("requires-transitive-automatic") // ArchUnit names its module in the manifest only
module dev.paycode.architecture {
  requires transitive com.tngtech.archunit;
  requires static org.jspecify;

  exports dev.paycode.architecture;
}
