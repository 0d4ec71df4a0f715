package dev.paycode.code;

import static dev.paycode.code.Schedules.HORIZON_SECONDS;
import static dev.paycode.code.Schedules.NOON;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@PropertyDefaults(tries = 250, edgeCases = EdgeCasesMode.NONE)
@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class CodeScheduleLawsTest {

  @Property
  void the_presented_code_is_inside_its_window(
      @ForAll CodeSchedule schedule, @ForAll Instant now, @ForAll Duration margin) {
    schedule
        .presentableAt(now, margin)
        .ifPresent(shown -> assertThat(shown.issued().window().contains(now)).isTrue());
  }

  @Property
  void the_presented_code_has_the_latest_start_among_the_fresh(
      @ForAll CodeSchedule schedule, @ForAll Instant now, @ForAll Duration margin) {
    List<IssuedCode> fresh = activeAt(schedule, now.plus(margin), now);
    Assume.that(!fresh.isEmpty());

    Instant latest =
        fresh.stream().map(issued -> issued.window().start()).max(Instant::compareTo).orElseThrow();
    IssuedCode shown = schedule.presentableAt(now, margin).orElseThrow().issued();
    assertThat(shown.window().start()).isEqualTo(latest);
    assertThat(fresh).contains(shown);
  }

  @Property
  void without_a_margin_the_presented_code_has_the_latest_start_among_the_active(
      @ForAll CodeSchedule schedule, @ForAll Instant now) {
    Optional<Instant> latest =
        activeAt(schedule, now, now).stream()
            .map(issued -> issued.window().start())
            .max(Instant::compareTo);

    assertThat(
            schedule
                .presentableAt(now, Duration.ZERO)
                .map(shown -> shown.issued().window().start()))
        .isEqualTo(latest);
  }

  /** Those that have started and have not expired at {@code end}. */
  private static List<IssuedCode> activeAt(CodeSchedule schedule, Instant end, Instant now) {
    return schedule.codes().stream()
        .filter(issued -> !issued.window().start().isAfter(now))
        .filter(issued -> issued.window().expiry().isAfter(end))
        .toList();
  }

  @Property
  void a_stale_code_is_presented_only_to_bridge_to_the_next(
      @ForAll CodeSchedule schedule, @ForAll Duration margin) {
    for (int second = 0; second < HORIZON_SECONDS; second++) {
      Instant now = NOON.plusSeconds(second);
      schedule
          .presentableAt(now, margin)
          .filter(shown -> !shown.expiry().isAfter(now.plus(margin)))
          .ifPresent(stale -> assertBridge(schedule, stale, now, margin));
    }
  }

  private static void assertBridge(
      CodeSchedule schedule, Presentation stale, Instant now, Duration margin) {
    assertThat(activeAt(schedule, now.plus(margin), now)).isEmpty();
    assertThat(stale.until()).isAfter(now).isBeforeOrEqualTo(stale.expiry());
    assertThat(schedule.codes())
        .extracting(issued -> issued.window().start())
        .contains(stale.until())
        .noneMatch(start -> start.isAfter(now) && start.isBefore(stale.until()));
  }

  @Property
  void overlapping_windows_leave_no_instant_of_coverage_blank_but_the_last_margin(
      @ForAll("overlapping") CodeSchedule schedule, @ForAll Duration margin) {
    Instant start = schedule.codes().get(0).window().start();
    Instant end = schedule.coverageEnd().orElseThrow();

    for (Instant now = start; now.isBefore(end.minus(margin)); now = now.plusSeconds(1)) {
      assertThat(schedule.presentableAt(now, margin)).isPresent();
    }
    assertThat(schedule.presentableAt(end.minus(margin), margin)).isEmpty();
  }

  @Provide
  Arbitrary<CodeSchedule> overlapping() {
    return Arbitraries.integers()
        .between(1, 59)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(CodeScheduleLawsTest::chained);
  }

  /** Windows of a minute, each beginning so many seconds after the one before. */
  private static CodeSchedule chained(List<Integer> steps) {
    List<IssuedCode> codes = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < steps.size(); i++) {
      codes.add(Schedules.issued(i, start, 60));
      start += steps.get(i);
    }
    return CodeSchedule.of(codes);
  }

  @Property
  void until_the_named_instant_the_same_code_is_presented(
      @ForAll CodeSchedule schedule, @ForAll Instant now, @ForAll Duration margin) {
    schedule
        .presentableAt(now, margin)
        .ifPresent(
            shown -> {
              assertThat(shown.until()).isAfter(now).isBeforeOrEqualTo(shown.expiry());
              for (Instant t = now; t.isBefore(shown.until()); t = t.plusSeconds(1)) {
                assertThat(schedule.presentableAt(t, margin).map(Presentation::issued))
                    .hasValue(shown.issued());
              }
            });
  }

  @Property
  void until_the_next_change_nothing_changes(
      @ForAll CodeSchedule schedule, @ForAll Instant now, @ForAll Duration margin) {
    Optional<PaymentCode> shown = schedule.presentableAt(now, margin).map(Presentation::code);
    Instant change =
        schedule.nextChangeAfter(now, margin).orElse(NOON.plusSeconds(2L * HORIZON_SECONDS));

    assertThat(change).isAfter(now);
    for (Instant t = now; t.isBefore(change); t = t.plusSeconds(1)) {
      assertThat(schedule.presentableAt(t, margin).map(Presentation::code)).isEqualTo(shown);
    }
  }

  @Property
  void coverage_ends_where_the_first_instant_without_any_code_is(
      @ForAll CodeSchedule schedule, @ForAll Instant now) {
    schedule
        .presentableAt(now, Duration.ZERO)
        .ifPresent(
            shown -> {
              Instant end = shown.coveredUntil();
              assertThat(activeAt(schedule, end, end)).isEmpty();
              for (Instant t = now; t.isBefore(end); t = t.plusSeconds(1)) {
                assertThat(activeAt(schedule, t, t)).isNotEmpty();
              }
            });
  }

  @Property
  void every_instant_is_before_in_or_after_the_coverage_or_in_exactly_one_gap(
      @ForAll CodeSchedule schedule, @ForAll Instant now) {
    Assume.that(!schedule.isEmpty());
    boolean inside =
        !now.isBefore(schedule.codes().get(0).window().start())
            && now.isBefore(schedule.coverageEnd().orElseThrow());
    boolean active = !activeAt(schedule, now, now).isEmpty();
    long gaps = schedule.gaps().stream().filter(gap -> gap.contains(now)).count();

    assertThat(gaps).isEqualTo(inside && !active ? 1 : 0);
  }

  @Property
  void codes_are_distinct_and_ordered_by_start(@ForAll CodeSchedule schedule) {
    assertThat(schedule.codes()).isSortedAccordingTo(comparing(issued -> issued.window().start()));
    assertThat(Stream.concat(schedule.codes().stream(), schedule.retired().stream()))
        .extracting(IssuedCode::code)
        .doesNotHaveDuplicates();
  }

  @Property
  void order_of_distinct_codes_does_not_matter(
      @ForAll CodeSchedule schedule, @ForAll Random random) {
    List<IssuedCode> shuffled = new ArrayList<>(schedule.codes());
    Collections.shuffle(shuffled, random);

    assertThat(CodeSchedule.restore(shuffled, schedule.retired(), schedule.fence()))
        .isEqualTo(schedule)
        .hasSameHashCodeAs(schedule);
  }

  @Property
  void a_schedule_is_restored_from_its_parts(@ForAll CodeSchedule schedule) {
    assertThat(CodeSchedule.restore(schedule.codes(), schedule.retired(), schedule.fence()))
        .isEqualTo(schedule);
  }

  @Property
  void merging_is_idempotent(@ForAll CodeSchedule schedule) {
    assertThat(schedule.merge(schedule)).isSameAs(schedule);
  }

  @Property
  void merging_is_associative(
      @ForAll CodeSchedule one, @ForAll CodeSchedule two, @ForAll CodeSchedule three) {
    assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
  }

  @Property
  void merging_is_commutative_on_disjoint_sets(
      @ForAll("low") CodeSchedule low, @ForAll("high") CodeSchedule high) {
    assertThat(low.merge(high)).isEqualTo(high.merge(low));
  }

  @Provide
  Arbitrary<CodeSchedule> low() {
    return Schedules.schedule(0, 9);
  }

  @Provide
  Arbitrary<CodeSchedule> high() {
    return Schedules.schedule(10, 19);
  }

  @Property
  void merging_with_nothing_changes_nothing(@ForAll CodeSchedule schedule) {
    assertThat(schedule.merge(CodeSchedule.empty())).isSameAs(schedule);
    assertThat(CodeSchedule.empty().merge(schedule)).isEqualTo(schedule);
  }

  @Property
  void merging_takes_the_newer_window_of_a_common_code(
      @ForAll CodeSchedule old, @ForAll CodeSchedule newer) {
    Assume.that(old.retired().isEmpty());

    assertThat(old.merge(newer).codes()).containsAll(newer.codes());
  }

  @Property
  void pruning_never_removes_what_is_presentable_now_or_later(
      @ForAll CodeSchedule schedule, @ForAll Instant now, @ForAll Duration margin) {
    CodeSchedule pruned = schedule.prune(now);

    IntStream.range(0, HORIZON_SECONDS)
        .mapToObj(now::plusSeconds)
        .forEach(
            later ->
                assertThat(pruned.presentableAt(later, margin).map(Presentation::issued))
                    .isEqualTo(schedule.presentableAt(later, margin).map(Presentation::issued)));
  }

  @Property
  void pruning_leaves_nothing_expired_and_pruning_again_changes_nothing(
      @ForAll CodeSchedule schedule, @ForAll Instant now) {
    CodeSchedule pruned = schedule.prune(now);

    assertThat(Stream.concat(pruned.codes().stream(), pruned.retired().stream()))
        .allMatch(issued -> issued.window().expiry().isAfter(now));
    assertThat(pruned.fence()).isEqualTo(schedule.fence());
    assertThat(pruned.prune(now)).isSameAs(pruned);
  }

  @Property
  void a_retired_code_never_comes_back(@ForAll CodeSchedule schedule, @ForAll CodeSchedule other) {
    Assume.that(!schedule.isEmpty());
    PaymentCode gone = schedule.codes().get(0).code();
    CodeSchedule without = schedule.without(gone);

    assertThat(
            Stream.of(
                    without,
                    without.merge(schedule),
                    schedule.merge(without),
                    without.merge(other).merge(schedule),
                    without.refilled(schedule, Long.MAX_VALUE))
                .flatMap(each -> each.codes().stream()))
        .extracting(IssuedCode::code)
        .doesNotContain(gone);
  }

  @Property
  void retiring_a_code_touches_no_other(@ForAll CodeSchedule schedule, @ForAll IssuedCode any) {
    CodeSchedule without = schedule.without(any.code());

    assertThat(without.codes())
        .isEqualTo(
            schedule.codes().stream().filter(held -> !held.code().equals(any.code())).toList());
  }

  @Property
  void retiring_all_leaves_nothing_to_present_and_shuts_out_earlier_refills(
      @ForAll("low") CodeSchedule schedule, @ForAll("high") CodeSchedule late) {
    CodeSchedule closed = schedule.withoutAll(9);

    assertThat(closed.isEmpty()).isTrue();
    assertThat(closed.retired()).containsAll(schedule.codes());
    assertThat(closed.refilled(late, 8)).isSameAs(closed);
    assertThat(closed.refilled(late, 10).codes()).isEqualTo(late.codes());
  }

  @Property
  void a_refill_raises_the_fence_and_one_with_a_smaller_token_is_refused(
      @ForAll("low") CodeSchedule held, @ForAll("high") CodeSchedule issued) {
    CodeSchedule refilled = held.refilled(issued, 6);

    assertThat(refilled.fence()).isEqualTo(6);
    assertThat(refilled.codes()).containsAll(issued.codes());
    assertThat(refilled.refilled(CodeSchedule.empty(), 6)).isSameAs(refilled);
    assertThat(refilled.refilled(Schedules.batch(3), 5)).isSameAs(refilled);
  }

  @Property
  void no_text_of_a_schedule_reveals_a_code(@ForAll CodeSchedule schedule) {
    assertThat(schedule.toString()).doesNotContainPattern("[0-9]{16,}");
  }
}
