package dev.paycode.signing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found at a file's path: its content, or why there is none. Equal if that is. */
final class Sight {

  private final Optional<KeySource> source;
  private final String problem;

  private Sight(Optional<KeySource> source, String problem) {
    this.source = source;
    this.problem = problem;
  }

  static Sight of(Path file) {
    try {
      return new Sight(Optional.of(KeyFile.readPublic(file)), "");
    } catch (UnusableKeyException unreadable) {
      return new Sight(Optional.empty(), String.valueOf(unreadable.getMessage()));
    }
  }

  /**
   * The content.
   *
   * @throws UnusableKeyException if there is none
   */
  KeySource source() {
    return source.orElseThrow(() -> new UnusableKeyException(problem));
  }

  private byte[] bytes() {
    return source.map(KeySource::bytes).orElseGet(() -> new byte[0]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sight that
        && problem.equals(that.problem)
        && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes()) + problem.hashCode();
  }
}
