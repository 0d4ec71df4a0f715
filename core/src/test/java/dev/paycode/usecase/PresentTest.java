package dev.paycode.usecase;

import static dev.paycode.contract.Fixtures.anyRequest;
import static dev.paycode.contract.Fixtures.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.contract.Fixtures;
import dev.paycode.handling.Cause;
import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.RefillLease;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PresentTest {

  private static final Duration LEASE = Duration.ofSeconds(16);

  private final VirtualTime time = new VirtualTime();
  private final ScriptedGateway gateway = new ScriptedGateway(time);
  private final PlainStore store = new PlainStore(time);
  private final List<Runnable> prefetches = new ArrayList<>();
  private final UseCases useCases =
      UseCases.over(gateway, store, store, time.timeAndChance())
          .prefetchingOn(prefetches::add)
          .build();

  @Test
  void whoever_has_no_code_waits_for_one_call_and_is_shown_its_first_code() {
    Showing.Code shown = code(present());

    assertThat(shown.presentation().issued()).isEqualTo(gateway.issued().get(0));
    assertThat(shown.presentation().until()).isEqualTo(VirtualTime.NOON.plusSeconds(30));
    assertThat(shown.refillAt()).isEqualTo(VirtualTime.NOON.plusSeconds(330 - 25));
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void codes_turn_over_without_further_calls_while_the_coverage_lasts() {
    present();
    for (int turn = 1; turn < 10; turn++) {
      time.pass(Duration.ofSeconds(30));
      assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(turn));
    }

    assertThat(gateway.sent()).hasSize(1);
    assertThat(prefetches).isEmpty();
  }

  @Test
  void when_the_coverage_runs_low_the_code_at_hand_is_shown_at_once_and_more_are_fetched() {
    present();
    time.pass(Duration.ofSeconds(305));

    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(9));
    assertThat(gateway.sent()).hasSize(1);

    prefetches.remove(0).run();

    assertThat(gateway.sent()).hasSize(2);
    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(10));
    assertThat(prefetches).isEmpty();
  }

  @Test
  void an_hour_of_continuous_display_takes_at_most_twelve_calls() {
    UseCases inline = UseCases.over(gateway, store, store, time.timeAndChance()).build();
    Instant end = VirtualTime.NOON.plusSeconds(3600);
    while (time.now().isBefore(end)) {
      Showing.Code shown = code(inline.present().present(request()));
      assertThat(shown.presentation().issued().window().contains(time.now())).isTrue();
      time.pass(Duration.between(time.now(), shown.askAgainAt()));
    }

    assertThat(gateway.sent()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void a_prefetch_that_is_refused_a_thread_does_not_keep_the_code_from_being_shown() {
    UseCases busy =
        UseCases.over(gateway, store, store, time.timeAndChance())
            .prefetchingOn(
                task -> {
                  throw new RejectedExecutionException("full");
                })
            .build();
    busy.present().present(request());
    time.pass(Duration.ofSeconds(310));

    assertThat(code(busy.present().present(request())).presentation().issued())
        .isEqualTo(gateway.issued().get(9));
  }

  @Test
  void a_failed_prefetch_is_tried_again_but_not_at_once() {
    present();
    time.pass(Duration.ofSeconds(306));
    gateway.thenReply(gateway.answer(ResultStatus.F, "PROCESS_FAIL"));
    present();
    prefetches.remove(0).run();

    present();
    assertThat(prefetches).isEmpty();

    time.pass(Duration.ofSeconds(5));
    present();
    assertThat(prefetches).hasSize(1);
  }

  @Test
  void whoever_asks_again_right_after_a_refusal_is_told_the_same_without_a_call() {
    gateway.thenReply(gateway.answer(ResultStatus.F, "PROCESS_FAIL"));
    Showing refused = present();

    time.pass(Duration.ofMillis(4999));
    assertThat(present()).isEqualTo(refused);
    assertThat(gateway.sent()).hasSize(1);

    time.pass(Duration.ofMillis(1));
    assertThat(present()).isInstanceOf(Showing.Code.class);
  }

  @Test
  void a_refusal_is_what_whoever_has_no_code_is_told() {
    gateway.thenReply(gateway.answer(ResultStatus.F, "PROCESS_FAIL"));

    Outcome outcome = ((Showing.NoCode) present()).outcome();

    assertThat(outcome.lastResult().map(Result::code)).hasToString("Optional[PROCESS_FAIL]");
  }

  @Test
  void holders_are_never_shown_each_others_codes() {
    Showing.Code mine = code(useCases.present().present(Fixtures.request("me", "phone")));
    Showing.Code yours = code(useCases.present().present(Fixtures.request("you", "phone")));
    Showing.Code myTablet = code(useCases.present().present(Fixtures.request("me", "tablet")));

    assertThat(List.of(mine, yours, myTablet))
        .extracting(shown -> shown.presentation().code())
        .doesNotHaveDuplicates();
    assertThat(gateway.sent()).hasSize(3);
  }

  @Test
  void windows_are_read_by_the_servers_clock() {
    gateway.clockAheadBy(Duration.ofMinutes(4));

    Showing.Code shown = code(present());

    assertThat(shown.presentation().issued()).isEqualTo(gateway.issued().get(0));
    assertThat(shown.clock().ahead()).isEqualTo(Duration.ofMinutes(4));
    assertThat(shown.askAgainAt()).isEqualTo(VirtualTime.NOON.plusSeconds(30));
  }

  @Test
  void when_the_store_is_down_nothing_is_shown_and_nothing_bought() {
    store.failNext(1);

    assertThat(present()).isEqualTo(new Showing.StoreDown());
    assertThat(gateway.sent()).isEmpty();
  }

  @Test
  void when_the_leases_are_down_nothing_is_bought() {
    gateway.then(
        (request, timeout) -> {
          throw new AssertionError("nothing may be sent");
        });
    store.failNextAfter(1);

    assertThat(present()).isEqualTo(new Showing.StoreDown());
    assertThat(gateway.sent()).isEmpty();
  }

  @Test
  void codes_that_were_bought_are_written_again_until_the_store_is_back() {
    gateway.then(
        (request, timeout) -> {
          store.failNext(3);
          return gateway.issue(request);
        });

    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(0));
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void codes_that_cannot_be_written_are_not_shown() {
    gateway.then(
        (request, timeout) -> {
          store.failNext(Integer.MAX_VALUE);
          return gateway.issue(request);
        });

    assertThat(present()).isEqualTo(new Showing.StoreDown());
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void while_another_server_refills_this_one_waits_for_its_codes_and_buys_none() {
    RefillLease theirs = store.acquire(request().holder(), LEASE).orElseThrow();
    IssuedCode code = issued(77, VirtualTime.NOON);
    UseCases waiting =
        UseCases.over(gateway, store, store, sleepingOnce(() -> theyWrite(theirs, code))).build();

    assertThat(code(waiting.present().present(request())).presentation().issued()).isEqualTo(code);
    assertThat(gateway.sent()).isEmpty();
  }

  private void theyWrite(RefillLease theirs, IssuedCode code) {
    store.update(
        theirs.holder(),
        held -> held.refilled(CodeSchedule.of(List.of(code)), theirs.fencingToken()));
  }

  /** Time in which something else happens while somebody sleeps. */
  private TimeAndChance sleepingOnce(Runnable meanwhile) {
    TimeAndChance plain = time.timeAndChance();
    return new TimeAndChance(
        plain.clock(),
        plain.nanoTime(),
        duration -> {
          meanwhile.run();
          plain.sleeper().sleep(duration);
        },
        plain.random());
  }

  @Test
  void a_server_that_never_finishes_is_waited_for_until_the_deadline() {
    store.acquire(request().holder(), Duration.ofHours(1));

    Outcome.GaveUp outcome = (Outcome.GaveUp) ((Showing.NoCode) present()).outcome();

    assertThat(outcome.lastReply()).isEqualTo(new Reply.NoResult(Cause.REFILL_UNDER_WAY));
    assertThat(Duration.between(VirtualTime.NOON, time.now()))
        .isBetween(Duration.ofMillis(7900), Duration.ofSeconds(8));
    assertThat(gateway.sent()).isEmpty();
  }

  @Test
  void a_server_that_died_with_its_lease_is_relieved_when_the_lease_has_run_out() {
    store.acquire(request().holder(), Duration.ofSeconds(3));

    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(0));
  }

  @Test
  void a_refill_that_was_overtaken_changes_nothing() {
    gateway.then(
        (request, timeout) -> {
          useCases.retire().retireAll(request.holder());
          return gateway.issue(request);
        });

    Showing showing = present();

    assertThat(store.find(request().holder()).codes()).isEmpty();
    Outcome.GaveUp outcome = (Outcome.GaveUp) ((Showing.NoCode) showing).outcome();
    assertThat(outcome.lastReply()).isEqualTo(new Reply.NoResult(Cause.RETIRED_MEANWHILE));
  }

  @Test
  void a_refill_that_slept_for_longer_than_fences_are_kept_changes_nothing() {
    gateway.then(
        (request, timeout) -> {
          useCases.retire().retireAll(request.holder());
          Reply codes = gateway.issue(request);
          time.pass(Duration.ofMinutes(1));
          store.forget(request.holder());
          return codes;
        });

    assertThat(present()).isInstanceOf(Showing.NoCode.class);
    assertThat(store.find(request().holder()).codes()).isEmpty();
  }

  @Test
  void a_retired_code_is_not_shown_again_and_a_fresh_one_is_fetched() {
    Showing.Code first = code(present());
    useCases.retire().retire(request().holder(), first.presentation().code());

    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(10));
  }

  @Test
  void where_the_next_code_begins_in_a_moment_nothing_is_fetched() {
    Showing.Code first = code(present());
    useCases.retire().retire(request().holder(), first.presentation().code());
    time.pass(Duration.ofSeconds(26));

    assertThat(present())
        .isEqualTo(new Showing.NotYet(VirtualTime.NOON.plusSeconds(30), first.clock()));
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void after_retiring_all_new_codes_are_fetched() {
    present();
    useCases.retire().retireAll(request().holder());

    assertThat(code(present()).presentation().issued()).isEqualTo(gateway.issued().get(10));
  }

  @Test
  void an_absurdly_long_window_is_cut_to_the_policys_longest() {
    IssuedCode eternal =
        IssuedCode.of(
            issued(1, VirtualTime.NOON).code(),
            ValidityWindow.between(VirtualTime.NOON, VirtualTime.NOON.plusSeconds(36_000)));
    gateway.thenReply(
        new Reply.Answer(
            Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), ""),
            List.of(eternal),
            0,
            VirtualTime.NOON,
            KeyVersion.FIRST));

    assertThat(code(present()).presentation().expiry())
        .isEqualTo(VirtualTime.NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void codes_that_begin_later_are_waited_for_and_not_bought_again() {
    gateway.then(
        (request, timeout) ->
            new Reply.Answer(
                Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), ""),
                Fixtures.batch(1, 10, time.now().plusSeconds(40)),
                0,
                time.now(),
                KeyVersion.FIRST));

    for (int second = 0; second < 4; second++) {
      assertThat(present())
          .isEqualTo(new Showing.NotYet(VirtualTime.NOON.plusSeconds(40), ClockOffset.NONE));
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(gateway.sent()).hasSize(1);

    time.pass(Duration.ofSeconds(36));
    assertThat(code(present()).presentation().code()).isEqualTo(Fixtures.code(1));
  }

  @Test
  void while_the_coverage_is_low_the_screen_is_to_ask_again_in_five_seconds() {
    present();
    time.pass(Duration.ofSeconds(310));

    assertThat(code(present()).askAgainAt()).isEqualTo(time.now().plusSeconds(5));

    time.pass(Duration.ofSeconds(12));
    assertThat(code(present()).askAgainAt()).isEqualTo(VirtualTime.NOON.plusSeconds(325));
  }

  @Test
  void waiting_for_another_and_fetching_together_end_by_the_deadline() {
    store.acquire(request().holder(), Duration.ofMillis(7500));
    gateway.thenTakeTooLong().thenTakeTooLong().thenTakeTooLong();

    assertThat(present()).isInstanceOf(Showing.NoCode.class);

    assertThat(Duration.between(VirtualTime.NOON, time.now()))
        .isLessThanOrEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void a_fault_of_an_adapter_in_the_background_is_reported_and_the_code_shown() {
    List<RuntimeException> faults = new ArrayList<>();
    UseCases told =
        UseCases.over(gateway, store, store, time.timeAndChance())
            .telling(
                new HandlingListener() {
                  @Override
                  public void backgroundFault(RuntimeException fault) {
                    faults.add(fault);
                  }
                })
            .build();
    told.present().present(request());
    time.pass(Duration.ofSeconds(310));
    gateway.then(
        (request, timeout) -> {
          throw new IllegalStateException("no port may throw this");
        });

    assertThat(code(told.present().present(request())).presentation().issued())
        .isEqualTo(gateway.issued().get(9));
    assertThat(faults).hasSize(1);
  }

  @Test
  void an_outcome_with_codes_is_no_reason_to_show_none() {
    Outcome obtained = useCases.obtain().obtain(request());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Showing.NoCode(obtained))
        .withMessage("An outcome with codes is no reason to show none");
  }

  @Test
  void many_who_ask_at_once_share_one_call() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    gateway.then(
        (request, timeout) -> {
          sending.countDown();
          release.await();
          return gateway.issue(request);
        });
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Future<Showing> leader = threads.submit(this::present);
      assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();
      List<Future<Showing>> followers = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        followers.add(threads.submit(this::present));
      }
      release.countDown();

      for (Future<Showing> follower : followers) {
        assertThat(follower.get(10, TimeUnit.SECONDS)).isEqualTo(leader.get(10, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void an_interrupted_caller_is_told_so_and_stays_interrupted() {
    gateway.then(
        (request, timeout) -> {
          throw new InterruptedException();
        });

    Outcome outcome = ((Showing.NoCode) present()).outcome();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CANCELLED);
    assertThat(gateway.sent()).hasSize(1);
  }

  @Test
  void a_caller_interrupted_while_another_server_refills_is_told_so() {
    store.acquire(request().holder(), Duration.ofHours(1));
    Thread.currentThread().interrupt();

    Outcome outcome = ((Showing.NoCode) present()).outcome();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isEqualTo(new Outcome.Cancelled(false, 0));
  }

  private Showing present() {
    return useCases.present().present(request());
  }

  private static CodeRequest request() {
    return anyRequest().asking(CodeQuantity.MOST);
  }

  private static Showing.Code code(Showing showing) {
    assertThat(showing).isInstanceOf(Showing.Code.class);
    return (Showing.Code) showing;
  }
}
