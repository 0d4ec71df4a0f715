package dev.paycode.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No fault of the transport, rows 1 to 66 of the matrix, is without a test named after it. */
class FaultMatrixTest {

  private static final Pattern ROW = Pattern.compile("row_(\\d+)_\\w+");

  @Test
  void every_row_from_1_to_66_has_its_test() throws Exception {
    Set<Integer> tested =
        methods()
            .filter(method -> method.isAnnotationPresent(Fault.class))
            .map(method -> ROW.matcher(method.getName()))
            .filter(Matcher::matches)
            .map(row -> Integer.valueOf(row.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(tested).containsAll(IntStream.rangeClosed(1, 66).boxed().toList());
  }

  private static Stream<Method> methods() throws Exception {
    Path classes =
        Path.of(FaultMatrixTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("dev/paycode/http"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> "dev.paycode.http." + name.substring(0, name.length() - ".class".length()))
          .flatMap(FaultMatrixTest::methodsOf)
          .toList()
          .stream();
    }
  }

  private static Stream<Method> methodsOf(String name) {
    try {
      return Arrays.stream(Class.forName(name).getDeclaredMethods());
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }
}
