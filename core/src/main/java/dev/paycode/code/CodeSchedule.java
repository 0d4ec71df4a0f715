package dev.paycode.code;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The payment codes of one holder, ordered by start, and the answer to which of them to show.
 *
 * <p>Alipay+ issues codes of one minute that overlap the next by 30 seconds (protocol.md §5). The
 * code shown is the unexpired one <b>with the latest start</b>: it has at least the overlap left to
 * be scanned, while its predecessor stays valid for a scan in flight. Ten codes issued at 12:00:00
 * start every 30 seconds; at 12:01:10 the third, valid from 12:01:00 to 12:02:00, is shown until
 * 12:01:30, and all of them together cover the time until 12:05:30.
 *
 * <p>A schedule also remembers the codes that were retired, until they would have expired, so that
 * no late merge shows them again; and the fencing token of its last refill, so that a writer whose
 * lease has passed to another is refused.
 *
 * <p>Immutable; every method is a pure function. No code occurs twice. Look-ups take O(log n).
 */
public final class CodeSchedule {

  private static final Comparator<IssuedCode> BY_START =
      comparing((IssuedCode issued) -> issued.window().start())
          .thenComparing(issued -> issued.window().expiry())
          .thenComparing(issued -> issued.code().reveal());

  private static final CodeSchedule EMPTY = new CodeSchedule(List.of(), List.of(), 0);

  private final List<IssuedCode> codes;
  private final List<IssuedCode> retired;
  private final long fence;
  private final LatestExpiries expiries;
  private final Coverage coverage;

  /** The lists must be distinct by code, disjoint, sorted and immutable. */
  private CodeSchedule(List<IssuedCode> codes, List<IssuedCode> retired, long fence) {
    this.codes = codes;
    this.retired = retired;
    this.fence = fence;
    this.expiries = new LatestExpiries(codes);
    this.coverage = Coverage.of(codes);
  }

  /** The schedule without codes. */
  public static CodeSchedule empty() {
    return EMPTY;
  }

  /** The schedule of these codes, in any order; of a code given twice the last window counts. */
  public static CodeSchedule of(Collection<IssuedCode> codes) {
    return restore(codes, List.of(), 0);
  }

  /**
   * The schedule with this content, as a store kept it; the inverse of {@link #codes()}, {@link
   * #retired()} and {@link #fence()}.
   *
   * @throws IllegalArgumentException if {@code fence} is negative
   */
  public static CodeSchedule restore(
      Collection<IssuedCode> codes, Collection<IssuedCode> retired, long fence) {
    if (fence < 0) {
      throw new IllegalArgumentException("A fencing token is 0 or more, not " + fence);
    }
    Map<PaymentCode, IssuedCode> gone = byCode(retired);
    Map<PaymentCode, IssuedCode> held = byCode(codes);
    held.keySet().removeAll(gone.keySet());
    return new CodeSchedule(sorted(held), sorted(gone), fence);
  }

  private static Map<PaymentCode, IssuedCode> byCode(Collection<IssuedCode> codes) {
    Map<PaymentCode, IssuedCode> distinct = new LinkedHashMap<>();
    codes.forEach(issued -> distinct.put(issued.code(), issued));
    return distinct;
  }

  private static List<IssuedCode> sorted(Map<PaymentCode, IssuedCode> distinct) {
    return distinct.values().stream().sorted(BY_START).toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The codes that may be presented in their windows, by start. */
  public List<IssuedCode> codes() {
    return codes;
  }

  /** The codes that must not be presented any more, though their windows may not be over. */
  public List<IssuedCode> retired() {
    return retired;
  }

  /** The greatest fencing token that has written, 0 before the first. */
  public long fence() {
    return fence;
  }

  /** Whether there is no code to present, now or later. */
  public boolean isEmpty() {
    return codes.isEmpty();
  }

  /**
   * The code to show at {@code now}: the one with the latest start among those that are active and
   * not within {@code margin} of their end.
   *
   * <p>Where every active code is that close to its end, one is still shown if it lasts until the
   * next begins: a screen that goes blank between two overlapping codes helps nobody.
   *
   * @param now the time by the server's clock
   * @param margin how long before its expiry a code is too stale to be worth scanning, 0 or more
   * @throws IllegalArgumentException if the margin is negative
   */
  public Optional<Presentation> presentableAt(Instant now, Duration margin) {
    if (margin.isNegative()) {
      throw new IllegalArgumentException("A margin is 0 or more, not " + margin);
    }
    int latest = lastStartedAt(now);
    int fresh = expiries.lastExpiringAfter(now.plus(margin), latest);
    boolean more = latest + 1 < codes.size();
    if (fresh >= 0) {
      Instant stale = expiryOf(fresh).minus(margin);
      return presentation(fresh, more ? earlier(stale, startOf(latest + 1)) : stale, now);
    }
    return more ? bridgeTo(startOf(latest + 1), latest, now) : Optional.empty();
  }

  private Optional<Presentation> bridgeTo(Instant next, int latest, Instant now) {
    int bridge = expiries.lastExpiringAfter(next.minusNanos(1), latest);
    return bridge >= 0 ? presentation(bridge, next, now) : Optional.empty();
  }

  private Optional<Presentation> presentation(int shown, Instant until, Instant now) {
    return Optional.of(new Presentation(codes.get(shown), until, coverage.endAfter(now)));
  }

  /** The index of the last code that starts at {@code now} or before, or -1. */
  private int lastStartedAt(Instant now) {
    int low = 0;
    int high = codes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startOf(middle).isAfter(now)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  private Instant startOf(int index) {
    return codes.get(index).window().start();
  }

  private Instant expiryOf(int index) {
    return codes.get(index).window().expiry();
  }

  /**
   * When to look again after {@code now}: the end of the present presentation or, without one, the
   * next start; empty once no code is left.
   *
   * @throws IllegalArgumentException if the margin is negative
   */
  public Optional<Instant> nextChangeAfter(Instant now, Duration margin) {
    Optional<Presentation> shown = presentableAt(now, margin);
    if (shown.isPresent()) {
      return shown.map(Presentation::until);
    }
    int next = lastStartedAt(now) + 1;
    return next < codes.size() ? Optional.of(startOf(next)) : Optional.empty();
  }

  /** The latest expiry of all codes, past any gaps; empty without codes. */
  public Optional<Instant> coverageEnd() {
    return coverage.end();
  }

  /**
   * The times between the first start and the coverage's end in which no code is valid, in order.
   */
  public List<ValidityWindow> gaps() {
    return coverage.gaps();
  }

  /**
   * This schedule and {@code newer} in one: the codes of both, of a common code the window that
   * {@code newer} gives it, without those that either has retired.
   */
  public CodeSchedule merge(CodeSchedule newer) {
    return changed(
        joined(codes, newer.codes), joined(retired, newer.retired), Math.max(fence, newer.fence));
  }

  private static List<IssuedCode> joined(List<IssuedCode> some, List<IssuedCode> more) {
    List<IssuedCode> joined = new ArrayList<>(some);
    joined.addAll(more);
    return joined;
  }

  /** This schedule with the code retired; the same instance if it holds no such code. */
  public CodeSchedule without(PaymentCode code) {
    return retire(issued -> issued.code().equals(code), fence);
  }

  /**
   * This schedule with all its codes retired, closed to writers with a smaller token than this one.
   *
   * @param fencingToken the token that ended the lease of a refill in flight
   */
  public CodeSchedule withoutAll(long fencingToken) {
    return retire(issued -> true, Math.max(fence, fencingToken));
  }

  private CodeSchedule retire(Predicate<IssuedCode> gone, long newFence) {
    return changed(
        codes.stream().filter(gone.negate()).toList(),
        joined(retired, codes.stream().filter(gone).toList()),
        newFence);
  }

  /**
   * This schedule with the codes of a refill merged in, or the same instance if a writer with a
   * greater token was here before: a refill that was overtaken must not bring its codes back.
   *
   * @param issued the codes of the newest answer
   * @param fencingToken the token of the lease under which they were obtained
   */
  public CodeSchedule refilled(CodeSchedule issued, long fencingToken) {
    return fencingToken < fence ? this : merge(restore(issued.codes, issued.retired, fencingToken));
  }

  /** This schedule without what had expired at {@code now}; the same instance if nothing had. */
  public CodeSchedule prune(Instant now) {
    Predicate<IssuedCode> unexpired = issued -> now.isBefore(issued.window().expiry());
    return changed(
        codes.stream().filter(unexpired).toList(),
        retired.stream().filter(unexpired).toList(),
        fence);
  }

  private CodeSchedule changed(
      List<IssuedCode> newCodes, List<IssuedCode> newRetired, long newFence) {
    CodeSchedule changed = restore(newCodes, newRetired, newFence);
    return changed.equals(this) ? this : changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeSchedule that
        && codes.equals(that.codes)
        && retired.equals(that.retired)
        && fence == that.fence;
  }

  @Override
  public int hashCode() {
    return 31 * codes.hashCode() + retired.hashCode();
  }

  /** The windows and masked codes. */
  @Override
  public String toString() {
    return "CodeSchedule[codes=" + codes + ", retired=" + retired + ", fence=" + fence + "]";
  }
}
