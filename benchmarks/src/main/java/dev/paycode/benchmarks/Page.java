package dev.paycode.benchmarks;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown with places for what was measured, each between two comments:
 *
 * <pre>{@code
 * <!-- measured: signatures -->
 * <!-- end -->
 * }</pre>
 *
 * @param text all of it
 */
record Page(String text) {

  private static final Pattern PLACE =
      Pattern.compile("(?s)(<!-- measured: ([a-z-]+) -->\n).*?(<!-- end -->)");

  /** The page with these tables in the place of this subject; the same page if it has none. */
  Page with(String subject, String tables) {
    return new Page(
        PLACE
            .matcher(text)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        place.group(2).equals(subject)
                            ? place.group(1) + tables + place.group(3)
                            : place.group())));
  }

  /** The subjects that have a place, in order. */
  List<String> subjects() {
    return PLACE.matcher(text).results().map((MatchResult place) -> place.group(2)).toList();
  }
}
