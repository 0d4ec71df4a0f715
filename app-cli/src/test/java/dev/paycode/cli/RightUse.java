package dev.paycode.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each command is used rightly, so that one value of it can be made wrong. */
final class RightUse {

  private static final String KEYS = "--store-keys=DIR/store.keys";

  /** {@code CONFIG} and {@code DIR} stand for the file and for the directory it is in. */
  private static final Map<String, String> LINES =
      Map.ofEntries(
          Map.entry("show", "--config=CONFIG --store=memory:"),
          Map.entry("get", "--config=CONFIG"),
          Map.entry("sandbox", "--port=0 --keys=DIR/new"),
          Map.entry("doctor", "--config=CONFIG"),
          Map.entry("keys generate", "--out=DIR/new"),
          Map.entry("keys inspect", "DIR/mpp-public-key.pem"),
          Map.entry("sign", "DIR/body --config=CONFIG"),
          Map.entry("verify", "DIR/body --config=CONFIG --time=now --signature=none"),
          Map.entry("store status", "--store=h2:DIR/codes"),
          Map.entry("store purge", "--store=h2:DIR/codes"),
          Map.entry("store keys", "add DIR/store.keys"),
          Map.entry("retire", "--config=CONFIG --store=h2:DIR/codes"),
          Map.entry("explain", "SUCCESS"),
          Map.entry("config", "--config=CONFIG"),
          Map.entry("completion", "bash"));

  /** What some options need beside them to be looked at. */
  private static final Map<String, String> COMPANIONS =
      Map.of(
          "--proxy-user", "--proxy=127.0.0.1:1 --proxy-password-file=DIR/secret",
          "--proxy-password-file", "--proxy=127.0.0.1:1 --proxy-user=me",
          "--client-certificate-password-file", "--client-certificate=DIR/client.p12",
          "--store-keys", "--store=redis://127.0.0.1:1",
          "--store-password-file", "--store=redis://127.0.0.1:1 " + KEYS);

  private RightUse() {}

  /** The command's words in which the option or argument has this value, and nothing is wrong. */
  static List<String> of(CommandTree command, String name, String value, String config) {
    List<String> words = new ArrayList<>(command.words());
    words(LINES.getOrDefault(command.name(), ""), config).forEach(words::add);
    words(COMPANIONS.getOrDefault(name, ""), config).forEach(word -> put(words, word));
    if (name.startsWith("--")) {
      put(words, name + "=" + value);
    } else {
      int at =
          command.words().size()
              + (name.equals("FILE") && command.name().equals("store keys") ? 1 : 0);
      words.set(at, value);
    }
    return words;
  }

  private static Stream<String> words(String line, String config) {
    String directory = config.substring(0, config.lastIndexOf('/'));
    return Stream.of(line.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace("CONFIG", config).replace("DIR", directory));
  }

  private static void put(List<String> words, String option) {
    String name = option.substring(0, option.indexOf('=') + 1);
    words.removeIf(word -> word.startsWith(name));
    words.add(option);
  }
}
