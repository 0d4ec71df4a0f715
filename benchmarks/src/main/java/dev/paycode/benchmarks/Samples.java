package dev.paycode.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What each round found of everything that took its turn in it. Not thread-safe. */
final class Samples {

  private static final String NOT_MEASURED = "not installed here";

  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  /** Keeps what a round found. */
  void add(String what, double found) {
    rounds.computeIfAbsent(what, first -> new ArrayList<>()).add(found);
  }

  /** What the rounds found, as whole numbers for a table. */
  String rate(String what) {
    return rate(what, Aim.NONE);
  }

  /** What the rounds found, as whole numbers for a table; marked if the median misses the aim. */
  String rate(String what, Aim aim) {
    return cell(of(what), Spread::whole, aim);
  }

  /** How long something took, for a table. */
  String time(String what) {
    return time(what, Aim.NONE);
  }

  /** How long something took, for a table; marked if the median misses the aim. */
  String time(String what, Aim aim) {
    return cell(of(what), Spread::threeDigits, aim);
  }

  /** How the one stood to the other, for a table. */
  String quotient(String what, String to) {
    return quotient(what, to, Aim.NONE);
  }

  /** How the one stood to the other, for a table; marked if the median misses the aim. */
  String quotient(String what, String to, Aim aim) {
    return cell(ratio(what, to), Spread::hundredths, aim);
  }

  /** All of it as an object of arrays in JSON. */
  String json() {
    return JsonMapper.shared().writeValueAsString(rounds);
  }

  private static String cell(Optional<Spread> found, Function<Spread, String> text, Aim aim) {
    return found
        .map(spread -> aim.judged(text.apply(spread), spread.median()))
        .orElse(NOT_MEASURED);
  }

  /** What the rounds found, if it was measured. */
  Optional<Spread> of(String what) {
    return Optional.ofNullable(rounds.get(what)).map(Spread::of);
  }

  /**
   * How the one stood to the other in each round, so that what slows a whole round slows both; if
   * both were measured.
   */
  Optional<Spread> ratio(String what, String to) {
    List<Double> over = rounds.getOrDefault(what, List.of());
    List<Double> under = rounds.getOrDefault(to, List.of());
    List<Double> ratios =
        IntStream.range(0, Math.min(over.size(), under.size()))
            .mapToObj(round -> over.get(round) / under.get(round))
            .toList();
    return Optional.of(ratios).filter(some -> !some.isEmpty()).map(Spread::of);
  }
}
