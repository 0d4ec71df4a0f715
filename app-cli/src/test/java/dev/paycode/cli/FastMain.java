package dev.paycode.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.util.Modules;
import dev.paycode.usecase.TimeAndChance;
import java.time.Duration;
import java.time.Instant;

/** The command as it is, for a process of its own in which the clock runs twenty times as fast. */
final class FastMain {

  private static final int SPEED = 20;

  private FastMain() {}

  public static void main(String[] args) {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.exit(Main.run(Modules.override(new PaycodeModule()).with(new FastTime()), args));
  }

  private static final class FastTime extends AbstractModule {

    private final Instant start = Instant.now();

    /** Deadlines are not shortened: the network is as slow as ever. */
    @Provides
    TimeAndChance time() {
      return new TimeAndChance(this::now, System::nanoTime, FastTime::sleep, () -> 0.5);
    }

    private Instant now() {
      return start.plus(Duration.between(start, Instant.now()).multipliedBy(SPEED));
    }

    private static void sleep(Duration pause) throws InterruptedException {
      Thread.sleep(Math.max(1, pause.dividedBy(SPEED).toMillis()));
    }
  }
}
