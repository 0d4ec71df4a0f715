package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the JDK has to tell the time, to draw lots and to sleep; references to it count as calls.
 */
final class ClockAndDice {

  private static final Set<String> WITH_ANY_ARGUMENTS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.util.concurrent.locks.LockSupport.parkUntil",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  private static final Set<String> WITH_EXACTLY_THESE =
      Set.of(
          "java.util.Collections.shuffle(java.util.List)",
          "java.util.Date.<init>()",
          "java.util.GregorianCalendar.<init>()",
          "java.util.Random.<init>()",
          "java.util.SplittableRandom.<init>()");

  private ClockAndDice() {}

  static Stream<String> usedBy(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream()
        .filter(access -> isClockOrDice(access.getTarget()))
        .map(access -> access.getDescription());
  }

  private static boolean isClockOrDice(CodeUnitAccessTarget target) {
    return WITH_ANY_ARGUMENTS.contains(target.getOwner().getName() + "." + target.getName())
        || WITH_EXACTLY_THESE.contains(target.getFullName())
        || isNowOfTheSystem(target);
  }

  /** All of {@code java.time}; but {@code now(Clock)} takes its time from the caller. */
  private static boolean isNowOfTheSystem(CodeUnitAccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.getName().equals("java.time.Clock"));
  }
}
