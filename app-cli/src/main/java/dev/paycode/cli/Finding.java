package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one check of {@code paycode doctor} found.
 *
 * @param check the name of the check
 * @param state whether what was checked is as it should be
 * @param finding what was found, in one sentence
 * @param remedy what to do about it, if it is not ok
 * @param exitCode the command's, if nothing worse is found
 */
@JsonPropertyOrder({"check", "state", "finding", "remedy"})
record Finding(
    String check, State state, String finding, @Nullable String remedy, @JsonIgnore int exitCode) {

  /** Whether what was checked is as it should be. */
  enum State {
    /** It is. */
    OK("ok"),
    /** It is not. */
    NOT_OK("not ok"),
    /** Nobody knows, because of an earlier check or a proxy. */
    NOT_TRIED("not tried");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** What the label leaves of 80 columns. */
  private static final int WIDTH = 53;

  static Finding ok(String check, String found) {
    return new Finding(check, State.OK, found, null, ExitCode.OBTAINED);
  }

  static Finding notOk(String check, Failure failure) {
    return new Finding(
        check,
        State.NOT_OK,
        Sentence.begun(Sentence.ended(Discretion.line(failure.problem()))),
        Discretion.line(failure.advice()),
        failure.exitCode());
  }

  static Finding notTried(String check, String because) {
    return leftOut(check, "It cannot work while this is not ok: " + because + ".");
  }

  /** That the check cannot be made from here, for the reason that the sentence gives. */
  static Finding leftOut(String check, String sentence) {
    return new Finding(check, State.NOT_TRIED, sentence, null, ExitCode.OBTAINED);
  }

  boolean isOk() {
    return state == State.OK;
  }

  /** The lines for people: the state and the check's name, then what was found and what to do. */
  Stream<String> lines() {
    List<String> words = new ArrayList<>(Wrapping.lines(finding, WIDTH));
    if (remedy != null) {
      words.addAll(Wrapping.lines(remedy, WIDTH));
    }
    String label = String.format("%-10s %-15s ", state.words(), check);
    return IntStream.range(0, words.size())
        .mapToObj(line -> (line == 0 ? label : " ".repeat(label.length())) + words.get(line));
  }
}
