package dev.paycode.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time that a list of codes covers: the longest windows in each of which every instant is
 * inside some code's window, in order.
 */
record Coverage(List<ValidityWindow> unbroken) {

  /**
   * The coverage of these codes.
   *
   * @param codes ordered by start
   */
  static Coverage of(List<IssuedCode> codes) {
    List<ValidityWindow> unbroken = new ArrayList<>();
    for (IssuedCode issued : codes) {
      int last = unbroken.size() - 1;
      if (last >= 0 && reaches(unbroken.get(last), issued.window())) {
        unbroken.set(last, joined(unbroken.get(last), issued.window()));
      } else {
        unbroken.add(issued.window());
      }
    }
    return new Coverage(List.copyOf(unbroken));
  }

  private static boolean reaches(ValidityWindow before, ValidityWindow window) {
    return !window.start().isAfter(before.expiry());
  }

  private static ValidityWindow joined(ValidityWindow before, ValidityWindow window) {
    return window.expiry().isAfter(before.expiry())
        ? ValidityWindow.between(before.start(), window.expiry())
        : before;
  }

  /** The latest expiry of all. */
  Optional<Instant> end() {
    return unbroken.isEmpty()
        ? Optional.empty()
        : Optional.of(unbroken.get(unbroken.size() - 1).expiry());
  }

  /** The end of the unbroken window that contains {@code now}, which must be in one. */
  Instant endAfter(Instant now) {
    int low = 0;
    int high = unbroken.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (unbroken.get(middle).expiry().isAfter(now)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return unbroken.get(low).expiry();
  }

  /** The times between two unbroken windows. */
  List<ValidityWindow> gaps() {
    List<ValidityWindow> gaps = new ArrayList<>();
    for (int i = 1; i < unbroken.size(); i++) {
      Instant gone = unbroken.get(i - 1).expiry();
      Instant next = unbroken.get(i).start();
      gaps.add(ValidityWindow.between(gone, next));
    }
    return List.copyOf(gaps);
  }
}
