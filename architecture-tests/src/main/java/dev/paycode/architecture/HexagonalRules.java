package dev.paycode.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * All rules of a hexagonal architecture, to be run one by one, so that each failure shows:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *   JavaClasses classes = new ClassFileImporter().importPackages("com.acme.shop");
 *   return HexagonalRules.of(SHOP).stream()
 *       .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(classes)));
 * }
 * }</pre>
 *
 * Run them all: {@link DescriptionRules} sees to it that none of the others looks at nothing.
 */
public final class HexagonalRules {

  private HexagonalRules() {}

  /**
   * The rules for a project.
   *
   * @throws IllegalArgumentException if the hexagon does not say what its core may use
   */
  public static List<ArchRule> of(Hexagon hexagon) {
    return List.of(
        DescriptionRules.everyDeclaredNameExists(hexagon),
        DescriptionRules.everyClassHasItsPlace(hexagon),
        CoreRules.coreIsPure(hexagon),
        CoreRules.importsRunUpwards(hexagon),
        CoreRules.packagesFormNoCycle(),
        CoreRules.coreHasNeitherClockNorDice(hexagon),
        EdgeRules.portsAreInterfaces(hexagon),
        EdgeRules.portsSpeakTheLanguageOfTheCore(hexagon),
        EdgeRules.adaptersDoNotKnowEachOther(hexagon),
        EdgeRules.adaptersUseDomainAndPortsOnly(hexagon),
        EdgeRules.adaptersShowDeclaredTypesOnly(hexagon),
        EdgeRules.onlyTheApplicationWires(hexagon),
        SafetyRules.trustIsDecidedByThePlatform(),
        SafetyRules.nothingIsSerializable(),
        SafetyRules.secretsMaskTheirText(hexagon),
        SafetyRules.guardedTypesAreMadeByTheirMakersOnly(hexagon),
        CodingRules.onlyTheApplicationPrints(hexagon),
        CodingRules.nothingStaticChanges());
  }
}
