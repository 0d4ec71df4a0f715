package dev.paycode.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.cli.fleet.Books.Place;
import dev.paycode.cli.fleet.Report.Kind;
import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.request.CustomerId;
import dev.paycode.sandbox.Issuance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The books notice what servers must not do. */
class BooksTest {

  private final Instant start = Report.now();
  private final MemoryStore store = MemoryStore.holding(10, InstantSource.system());
  private final IssuedCode code =
      IssuedCode.of(
          PaymentCode.parse("281006020000000000125733"),
          ValidityWindow.between(start, start.plus(Duration.ofMinutes(1))));
  private final List<Issuance> issued =
      List.of(new Issuance(CustomerId.parse("c0"), code, second(1), 1, "SUCCESS"));

  private final Set<PaymentCode> seen = new HashSet<>();

  private Instant second(int seconds) {
    return start.plusSeconds(seconds);
  }

  private Report report(Kind kind, int begun, int at, String customer) {
    return new Report(kind, second(begun), second(at), "t", customer, Optional.of(code.code()));
  }

  private Books books(Report... log) {
    return booksOf(List.of(List.of(log)), second(10));
  }

  private Books booksOf(List<List<Report>> logs, Instant now) {
    return Books.of(issued, logs, store, seen, now);
  }

  private void keep() {
    store.update(Customers.holder("c0"), held -> CodeSchedule.of(List.of(code)));
  }

  @Test
  void a_code_that_is_kept_is_held_until_it_is_retired() {
    keep();
    assertThat(books().count(Place.HELD)).isOne();

    store.update(Customers.holder("c0"), held -> held.without(code.code()));

    assertThat(books().count(Place.RETIRED)).isOne();
    assertThat(books().lost()).isEmpty();
  }

  @Test
  void a_code_that_is_kept_no_more_has_expired_if_it_was_kept_until_then() {
    List<List<Report>> confirmed = List.of(List.of(report(Kind.KEPT, 0, 2, "c0")));
    assertThat(booksOf(List.of(), second(60)).count(Place.LOST)).isOne();
    assertThat(booksOf(confirmed, second(60)).count(Place.EXPIRED)).isOne();

    seen.add(code.code());

    assertThat(booksOf(List.of(), second(60)).count(Place.EXPIRED)).isOne();
    assertThat(booksOf(List.of(), second(59)).count(Place.LOST)).isOne();
  }

  @Test
  void a_code_that_was_confirmed_and_is_not_kept_is_noticed() {
    Report kept = report(Kind.KEPT, 0, 2, "c0");
    assertThat(books(kept).confirmedButLost()).containsExactly(code.code());

    keep();

    assertThat(books(kept).confirmedButLost()).isEmpty();
  }

  @Test
  void a_code_that_was_retired_and_is_held_is_noticed() {
    keep();

    assertThat(books(report(Kind.RETIRED, 2, 3, "c0")).retiredButHeld())
        .containsExactly(code.code());
  }

  @Test
  void a_code_shown_to_its_owner_is_as_it_should_be() {
    keep();
    Books books = books(report(Kind.ASKING, 0, 0, "c0"), report(Kind.SHOWN, 0, 2, "c0"));

    assertThat(books.shownToStrangers()).isEmpty();
    assertThat(books.shownButLost()).isEmpty();
    assertThat(books.shownAfterRetirement()).isEmpty();
  }

  @Test
  void a_code_shown_to_somebody_else_is_noticed() {
    assertThat(books(report(Kind.SHOWN, 2, 3, "c1")).shownToStrangers())
        .containsExactly(code.code());
  }

  @Test
  void a_code_shown_and_not_kept_is_noticed() {
    assertThat(books(report(Kind.SHOWN, 0, 2, "c0")).shownButLost()).containsExactly(code.code());
  }

  @Test
  void a_code_shown_by_a_call_that_began_after_its_use_is_noticed() {
    Report used = report(Kind.RETIRED, 2, 3, "c0");
    Report overlapping = report(Kind.SHOWN, 2, 4, "c0");
    Report later = report(Kind.SHOWN, 4, 5, "c0");

    assertThat(books(used, overlapping, later).shownAfterRetirement()).containsExactly(later);
  }

  @Test
  void a_code_shown_by_a_call_that_began_after_its_owner_logged_out_is_noticed() {
    Report loggedOut = report(Kind.LOGGED_OUT, 2, 3, "c0");
    Report later = report(Kind.SHOWN, 4, 5, "c0");

    assertThat(books(loggedOut, later).shownAfterRetirement()).containsExactly(later);
  }

  @Test
  void a_loss_is_explained_by_a_call_that_was_cut_off_overtaken_or_failed() {
    Report asking = report(Kind.ASKING, 0, 0, "c0");
    Report shown = report(Kind.SHOWN, 0, 3, "c0");

    assertThat(Losses.of(books(asking)).toDeath()).hasSize(1);
    assertThat(Losses.of(books(asking, shown, report(Kind.LOGGED_OUT, 1, 2, "c0"))).toFences())
        .hasSize(1);
    assertThat(Losses.of(books(asking, report(Kind.DOWN, 0, 3, "c0"))).toFailures()).hasSize(1);
  }

  @Test
  void the_death_of_one_explains_no_loss_of_what_another_has_received() {
    List<Report> dead = List.of(report(Kind.ASKING, 0, 0, "c0"));
    Report asking = report(Kind.ASKING, 0, 0, "c0");
    Report replied = report(Kind.REPLIED, 2, 2, "c0");
    Report shown = report(Kind.SHOWN, 0, 3, "c0");

    Losses ofTheLiving =
        Losses.of(booksOf(List.of(dead, List.of(asking, replied, shown)), second(10)));
    Losses ofTheDead = Losses.of(booksOf(List.of(dead, List.of(asking, replied)), second(10)));

    assertThat(ofTheLiving.unexplained()).hasSize(1);
    assertThat(ofTheDead.toDeath()).hasSize(1);
  }

  @Test
  void a_loss_that_nothing_explains_is_noticed() {
    Report asking = report(Kind.ASKING, 0, 0, "c0");
    Report shown = report(Kind.SHOWN, 0, 3, "c0");
    Report loggedOutBefore = report(Kind.LOGGED_OUT, -2, -1, "c0");

    assertThat(Losses.of(books(asking, shown, loggedOutBefore)).unexplained()).hasSize(1);
  }
}
