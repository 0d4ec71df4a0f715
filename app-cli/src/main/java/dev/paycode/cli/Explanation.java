package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a word of this program or of Alipay+ means.
 *
 * @param name the word
 * @param kind what it is a word for
 * @param status S, F or U; null unless it is a result code or a status
 * @param meaning in a sentence
 * @param advice what to do
 * @param exitCode with what exit code a command ends that meets it; null if that depends
 */
@JsonPropertyOrder({"name", "kind", "status", "meaning", "advice", "exitCode"})
record Explanation(
    String name,
    Kind kind,
    @Nullable String status,
    String meaning,
    String advice,
    @Nullable Integer exitCode)
    implements Report {

  /** What words are for. */
  enum Kind {
    RESULT_STATUS("a result status"),
    RESULT_CODE("a result code"),
    OUTCOME("an outcome"),
    CAUSE("a cause for which there is no result"),
    EXIT_CODE("an exit code");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  @Override
  public String text() {
    return Lines.of(
        name
            + ": "
            + kind.words()
            + (kind == Kind.RESULT_CODE && status != null ? " with status " + status : ""),
        Wrapping.after("  ", Sentence.begun(Sentence.ended(meaning))),
        Wrapping.after("  What to do: ", advice),
        "  Exit code:  " + (exitCode == null ? "3 with F, 4 with S or U" : exitCode));
  }

  /** The same without advice, as an entry of a list. */
  String entry() {
    return Wrapping.after(
        "  %-28s  %s".formatted(name, status == null ? "" : status + "  "),
        Sentence.begun(Sentence.ended(meaning)));
  }
}
