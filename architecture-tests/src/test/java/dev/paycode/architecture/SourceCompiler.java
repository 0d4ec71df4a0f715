package dev.paycode.architecture;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a small project that is given as text. */
final class SourceCompiler {

  private static final Pattern TYPE = Pattern.compile("(?m)^.*(?:class|interface|record) (\\w+)");

  private SourceCompiler() {}

  /**
   * Compiles the sources into {@code directory}, with the class path of this test.
   *
   * @param sources one type each
   */
  static void compile(Path directory, List<String> sources) {
    JavaCompiler compiler =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    StringWriter problems = new StringWriter();
    List<String> options = List.of("-proc:none", "-parameters", "-d", directory.toString());
    List<Source> units = sources.stream().map(Source::new).toList();
    if (!compiler.getTask(problems, null, null, options, null, units).call()) {
      throw new AssertionError(problems.toString());
    }
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("memory:///" + nameIn(text) + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    private static String nameIn(String text) {
      MatchResult declaration = TYPE.matcher(text).results().findFirst().orElseThrow();
      return declaration.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
