package dev.paycode.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a fault, repeated for as many rounds as the property {@code faults.rounds} says. Its
 * name begins with the fault's number, {@code row_17_…}. It may take a String, one of the {@link
 * #value() variants} of the fault, and a Random.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Rounds.class)
@interface Fault {

  /** The variants of the fault: the test runs once for each. */
  String[] value() default "";
}
