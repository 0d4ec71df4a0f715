package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page of the project leads to within the project is there. */
class LinksTest {

  private static final Path PROJECT = Path.of("..");

  /** The target of a link, and where in it, if that is said. */
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)#?([^)\\s]*)\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```");

  @Test
  void every_link_from_page_to_page_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(prose(page)).results().toList()) {
        links++;
        if (!leadsSomewhere(page, link.group(1), link.group(2))) {
          broken.add(PROJECT.relativize(page) + " -> " + link.group());
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(30);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static boolean leadsSomewhere(Path page, String target, String heading)
      throws IOException {
    Path there = target.isEmpty() ? page : page.resolveSibling(target);
    return Files.exists(there) && (heading.isEmpty() || anchors(there).contains(heading));
  }

  /** As they are made of headings where Markdown is shown: no signs, and dashes for blanks. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").strip().replace(' ', '-'))
        .toList();
  }

  private static String prose(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }
}
