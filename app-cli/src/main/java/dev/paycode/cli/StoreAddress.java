package dev.paycode.cli;

import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.RedisStoreBuilder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where codes are kept, as the setting {@code store} says. Holds no password.
 *
 * @param kind what keeps them
 * @param text the setting's text
 */
record StoreAddress(Kind kind, String text) {

  /** What keeps codes. */
  enum Kind {
    /** This process, for as long as it runs. */
    MEMORY("memory:"),
    /** A file. */
    H2("h2:"),
    /** A server that many share. */
    POSTGRESQL("jdbc:postgresql:"),
    /** A server that many share, or a cluster, over TLS. */
    REDIS_OVER_TLS("rediss:"),
    /** A server or a cluster on this machine. */
    REDIS("redis:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final Pattern WITH_PASSWORD =
      Pattern.compile("//[^/]*@|[?&](user|(ssl)?password)=", Pattern.CASE_INSENSITIVE);

  static final StoreAddress MEMORY = new StoreAddress(Kind.MEMORY, Kind.MEMORY.prefix);

  /**
   * The address with this text.
   *
   * @throws IllegalArgumentException if it is none, or has a password in it, which the message does
   *     not repeat
   */
  static StoreAddress parse(String text) {
    refusePassword(text);
    return Arrays.stream(Kind.values())
        .filter(kind -> text.startsWith(kind.prefix))
        .findAny()
        .map(kind -> new StoreAddress(kind, text).requireSound())
        .orElseThrow(() -> new IllegalArgumentException(problem(text)));
  }

  /** This text; where a file is named in it, with the path that {@code resolve} makes of that. */
  static String withPath(String text, UnaryOperator<String> resolve) {
    int begin = Kind.H2.prefix.length();
    return text.startsWith(Kind.H2.prefix) && text.length() > begin
        ? Kind.H2.prefix + resolve.apply(text.substring(begin))
        : text;
  }

  private static String problem(String text) {
    return "a store begins with "
        + Arrays.stream(Kind.values()).map(kind -> kind.prefix).collect(Collectors.joining(", "))
        + (", but this one is '" + text + "'");
  }

  /** Who lists the processes of the machine would read it, and so would readers of messages. */
  private static void refusePassword(String text) {
    if (WITH_PASSWORD.matcher(text).find()) {
      throw new IllegalArgumentException(
          "the address of a store has neither user nor password in it; give them by storeUser and"
              + " storePasswordFile, or PAYCODE_STORE_PASSWORD");
    }
  }

  private StoreAddress requireSound() {
    if (kind == Kind.MEMORY && !location().isEmpty()) {
      throw new IllegalArgumentException(
          "memory: has nothing after it, but this is '" + text + "'");
    }
    if (kind == Kind.H2 && (location().isBlank() || location().contains(";"))) {
      throw new IllegalArgumentException(
          "h2: is followed by the path of a file without a semicolon, but this is '" + text + "'");
    }
    if (kind == Kind.H2) {
      file();
    }
    if (kind == Kind.REDIS || kind == Kind.REDIS_OVER_TLS) {
      redis();
    }
    return this;
  }

  /**
   * The store at this address of Redis: a server or, where there are several with commas between,
   * the cluster they belong to.
   *
   * @throws IllegalArgumentException if it is none
   */
  RedisStoreBuilder redis() {
    List<String> servers = List.of(text.split(",", -1));
    return servers.size() == 1 ? RedisStore.at(text) : RedisStore.inCluster(servers);
  }

  /**
   * The file that it names, without H2's suffix.
   *
   * @throws IllegalArgumentException if it is no path
   */
  Path file() {
    try {
      return Path.of(location());
    } catch (InvalidPathException refused) {
      throw new IllegalArgumentException(
          "'" + text + "' does not name the path of a file: " + refused.getReason(), refused);
    }
  }

  /** What follows the prefix. */
  String location() {
    return text.substring(kind.prefix.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
