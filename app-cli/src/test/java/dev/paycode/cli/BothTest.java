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

class BothTest {

  private final List<String> heard = new ArrayList<>();

  @Test
  void each_is_told_of_all_that_a_listener_is_told_of()
      throws InvocationTargetException, IllegalAccessException {
    Both both = new Both(listener("first"), listener("second"));

    for (Method event : events().toList()) {
      event.invoke(both, facts(event.getName()));
    }

    assertThat(heard)
        .containsExactlyElementsOf(
            events()
                .map(Method::getName)
                .flatMap(event -> Stream.of("first " + event, "second " + event))
                .toList());
  }

  private static Object facts(String event) {
    return switch (event) {
      case "attempting" -> 1;
      case "attempted" ->
          Attempt.of(
              1, Duration.ofMillis(20), new Reply.NoResult(Cause.TIMED_OUT), ClockOffset.NONE, "");
      case "waiting" -> new Pause(Duration.ofSeconds(1), Pause.Reason.RETRY);
      case "finished" -> new Ending(Outcome.Kind.GAVE_UP, 1, Duration.ofSeconds(1));
      default -> new IllegalStateException();
    };
  }

  private static Stream<Method> events() {
    return Stream.of(HandlingListener.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  private HandlingListener listener(String name) {
    return (HandlingListener)
        Proxy.newProxyInstance(
            HandlingListener.class.getClassLoader(),
            new Class<?>[] {HandlingListener.class},
            (proxy, event, facts) -> {
              heard.add(name + " " + event.getName());
              return null;
            });
  }
}
