package dev.paycode.architecture;

import java.util.List;

/**
 * A rule and a fixture that breaks it.
 *
 * @param law the rule, as it names itself
 * @param hexagon the description under which the fixture is judged
 * @param spoilt the fixture
 * @param facts what the rule must find, without the fixtures' root package and file positions
 */
record Breach(String law, Hexagon hexagon, String spoilt, List<String> facts) {

  /** The breach whose facts these are, in the fixture of this name. */
  static Breach of(String law, String spoilt, String... facts) {
    return of(law, Fixture.hexagon(), spoilt, facts);
  }

  /** The same under a description that says more than the fixtures' own. */
  static Breach of(String law, Hexagon hexagon, String spoilt, String... facts) {
    return new Breach(law, hexagon, spoilt, List.of(facts));
  }

  @Override
  public String toString() {
    return spoilt;
  }
}
