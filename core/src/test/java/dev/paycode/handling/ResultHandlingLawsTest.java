package dev.paycode.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws that hold for every sequence of events, sensible or not. */
class ResultHandlingLawsTest {

  private static final Instant START = Instant.EPOCH;
  private static final RetryPolicy POLICY = RetryPolicy.ofDefaults();

  /** Something that happens, and how long after the event before. */
  record Event(String name, Reply reply, int afterMillis, double random) {

    ResultHandling apply(ResultHandling handling, Instant now) {
      return switch (name) {
        case "start" -> handling.start(now);
        case "received" -> handling.received(reply, now, random);
        case "time" -> handling.timeReached(now, random);
        case "denied" -> handling.retryDenied();
        default -> handling.cancelled();
      };
    }
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(2, "start"),
                    Tuple.of(6, "received"),
                    Tuple.of(6, "time"),
                    Tuple.of(1, "denied"),
                    Tuple.of(1, "cancelled")),
                Replies.any(),
                Arbitraries.integers().between(0, 3000),
                Arbitraries.doubles().between(0, true, 1, false))
            .as(Event::new);
    return event.list().ofMaxSize(30);
  }

  @Property
  void every_state_answers_every_event_and_instructs(@ForAll("events") List<Event> events) {
    walk(
        events,
        (handling, now) -> {
          assertThat(handling.instruction()).isNotNull();
          assertThat(handling.instruction() instanceof Instruction.Finish)
              .isEqualTo(handling.outcome().isPresent());
        });
  }

  @Property
  void no_more_is_sent_than_the_policy_allows_and_nothing_at_or_after_the_deadline(
      @ForAll("events") List<Event> events) {
    Instant deadline = START.plus(POLICY.deadline());
    List<Integer> sent = new ArrayList<>();
    walk(
        events,
        (handling, now) -> {
          if (handling.instruction() instanceof Instruction.Send send) {
            assertThat(send.until()).isBeforeOrEqualTo(deadline);
            if (!sent.contains(send.attempt())) {
              sent.add(send.attempt());
              assertThat(now).isBefore(deadline);
            }
          }
        });

    assertThat(sent.size()).isLessThanOrEqualTo(POLICY.maxAttempts());
    assertThat(sent).isSorted().doesNotHaveDuplicates();
  }

  @Property
  void whoever_follows_the_instructions_is_done_by_the_deadline(
      @ForAll("events") List<Event> events) {
    Instant now = START;
    ResultHandling handling = ResultHandling.ready(POLICY, now).start(now);
    int sent = 1;
    List<Event> left = new ArrayList<>(events);
    while (handling.outcome().isEmpty()) {
      Event event =
          left.isEmpty() ? new Event("received", Replies.unknown(), 0, 0.5) : left.remove(0);
      if (handling.instruction() instanceof Instruction.Send send) {
        Instant answered = now.plusMillis(event.afterMillis());
        now = answered.isBefore(send.until()) ? answered : send.until();
        handling =
            answered.isBefore(send.until())
                ? handling.received(event.reply(), now, event.random())
                : handling.timeReached(now, event.random());
      } else if (handling.instruction() instanceof Instruction.WaitUntil wait) {
        now = wait.due();
        handling = handling.timeReached(now, event.random());
        sent++;
      }
    }

    assertThat(now).isBeforeOrEqualTo(START.plus(POLICY.deadline()));
    assertThat(handling.outcome().orElseThrow().attempts()).isEqualTo(sent).isBetween(1, 3);
  }

  @Property
  void a_refusal_is_never_followed_by_a_send(@ForAll("events") List<Event> events) {
    List<Boolean> refused = new ArrayList<>();
    walk(
        events,
        (handling, now) -> {
          boolean ended =
              handling.outcome().filter(end -> end.kind() == Outcome.Kind.REFUSED).isPresent();
          if (!refused.isEmpty()) {
            assertThat(ended).isTrue();
          }
          if (ended) {
            refused.add(true);
          }
        });
  }

  @Property
  void a_final_state_absorbs_everything(@ForAll("events") List<Event> events) {
    ResultHandling ended = ResultHandling.ready(POLICY, START).cancelled();
    Instant now = START;
    for (Event event : events) {
      now = now.plusMillis(event.afterMillis());
      assertThat(event.apply(ended, now)).isSameAs(ended);
    }
  }

  @Property
  void a_wait_ends_before_the_deadline_and_within_its_bounds(
      @ForAll("replies") Reply reply, @ForAll("randoms") double random) {
    ResultHandling handling =
        ResultHandling.ready(POLICY, START).start(START).received(reply, START, random);

    if (handling.instruction() instanceof Instruction.WaitUntil wait) {
      assertThat(Duration.between(START, wait.due()))
          .isGreaterThanOrEqualTo(Duration.ZERO)
          .isLessThanOrEqualTo(Duration.ofSeconds(6));
    }
  }

  /** The machine retold naively, as a table walk over strings, must agree at every step. */
  @Property
  void the_machine_agrees_with_a_naive_model(@ForAll("events") List<Event> events) {
    NaiveModel model = new NaiveModel();
    ResultHandling handling = ResultHandling.ready(POLICY, START);
    Instant now = START;
    for (Event event : events) {
      now = now.plusMillis(event.afterMillis());
      model.apply(event, now);
      handling = event.apply(handling, now);
      assertThat(NaiveModel.describe(handling)).isEqualTo(model.describe());
    }
  }

  @Provide
  Arbitrary<Reply> replies() {
    return Replies.any();
  }

  @Provide
  Arbitrary<Double> randoms() {
    return Arbitraries.doubles().between(0, true, 1, false);
  }

  private static void walk(List<Event> events, BiConsumer<ResultHandling, Instant> inspection) {
    ResultHandling handling = ResultHandling.ready(POLICY, START);
    Instant now = START;
    for (Event event : events) {
      now = now.plusMillis(event.afterMillis());
      handling = event.apply(handling, now);
      inspection.accept(handling, now);
    }
  }
}
