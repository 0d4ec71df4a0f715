package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.port.out.Attempt;
import dev.paycode.port.out.Ending;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.Pause;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastAttemptTest {

  private static final Attempt ATTEMPT =
      Attempt.of(
          1, Duration.ofMillis(20), new Reply.NoResult(Cause.TIMED_OUT), ClockOffset.NONE, "");

  private final List<String> heard = new ArrayList<>();
  private final LastAttempt last = new LastAttempt(listener(), new HandMovedTime());

  @Test
  void before_the_first_attempt_there_is_none() {
    assertThat(last.gist()).isEqualTo("none yet");
  }

  @Test
  void it_tells_when_the_attempt_ended_and_what_it_brought() {
    last.attempted(ATTEMPT);

    assertThat(last.gist()).startsWith("12:00:00Z ").endsWith(", 0 codes");
  }

  @Test
  void whoever_listens_as_well_is_told_of_all_a_listener_is_told_of()
      throws InvocationTargetException, IllegalAccessException {
    for (Method told : events().toList()) {
      told.invoke(last, facts(told.getName()));
    }

    assertThat(heard).containsExactlyInAnyOrderElementsOf(events().map(Method::getName).toList());
  }

  private static Object facts(String event) {
    return switch (event) {
      case "attempting" -> 1;
      case "attempted" -> ATTEMPT;
      case "waiting" -> new Pause(Duration.ofSeconds(1), Pause.Reason.RETRY);
      case "finished" -> new Ending(Outcome.Kind.GAVE_UP, 1, Duration.ofSeconds(1));
      default -> new IllegalStateException();
    };
  }

  private static Stream<Method> events() {
    return Stream.of(HandlingListener.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  private HandlingListener listener() {
    return (HandlingListener)
        Proxy.newProxyInstance(
            HandlingListener.class.getClassLoader(),
            new Class<?>[] {HandlingListener.class},
            (proxy, event, facts) -> {
              heard.add(event.getName());
              return null;
            });
  }
}
