package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * A rule whose failure says, below the facts, what usually causes it and how to mend it.
 *
 * @param rule what is checked
 * @param causes how projects come to break it
 * @param remedy what to do then
 */
record Law(ArchRule rule, String causes, String remedy) implements ArchRule {

  @Override
  public void check(JavaClasses classes) {
    try {
      rule.check(classes);
    } catch (AssertionError violated) {
      AssertionError explained = new AssertionError(violated.getMessage() + advice());
      explained.setStackTrace(violated.getStackTrace());
      throw explained;
    }
  }

  private String advice() {
    return "\nLikely causes: " + causes + "\nRemedy: " + remedy;
  }

  @Override
  public EvaluationResult evaluate(JavaClasses classes) {
    return rule.evaluate(classes);
  }

  @Override
  public String getDescription() {
    return rule.getDescription();
  }

  @Override
  public ArchRule as(String description) {
    return new Law(rule.as(description), causes, remedy);
  }

  @Override
  public ArchRule because(String reason) {
    return new Law(rule.because(reason), causes, remedy);
  }

  @Override
  public ArchRule allowEmptyShould(boolean allow) {
    return new Law(rule.allowEmptyShould(allow), causes, remedy);
  }
}
