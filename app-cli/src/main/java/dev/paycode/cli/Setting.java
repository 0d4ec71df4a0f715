package dev.paycode.cli;

import static dev.paycode.cli.Setting.Kind.FILE;
import static dev.paycode.cli.Setting.Kind.SECRET;
import static dev.paycode.cli.Setting.Kind.TEXT;
import static dev.paycode.cli.Setting.Topic.COMMAND;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the settings. The name of its constant gives the others: {@code CLIENT_ID} is the option
 * {@code --client-id}, the variable {@code PAYCODE_CLIENT_ID} and the key {@code clientId} of a
 * file.
 */
enum Setting {
  GATEWAY(
      Topic.GATEWAY,
      TEXT,
      "URL",
      "The gateway's address, such as%nhttps://open-sea-global.alipayplus.com"),
  ALLOWED_HOSTS(
      Topic.GATEWAY,
      TEXT,
      "HOST",
      "Hosts besides *.alipayplus.com that the address may name, with commas between."),
  CLIENT_ID(Topic.GATEWAY, TEXT, "ID", "The client ID Alipay+ assigned."),
  PRIVATE_KEY(
      Topic.GATEWAY,
      FILE,
      "FILE",
      "The wallet's private key, which signs requests; RSA, mode 600."),
  PASSWORD(Topic.GATEWAY, SECRET, "FILE", "The private key's password, if it is encrypted."),
  ALIPAY_PUBLIC_KEY(Topic.GATEWAY, FILE, "FILE", "Alipay+'s public key, which verifies answers."),
  KEY_VERSION(Topic.GATEWAY, TEXT, "N", "The version of the wallet's key. Default: 1"),
  AGENT_TOKEN(
      Topic.GATEWAY,
      SECRET,
      "FILE",
      "The Agent-Token, with which a service provider acts for the client."),
  HEADERS(
      Topic.GATEWAY,
      FILE,
      "FILE",
      "File with more headers for each request, as 'Name: value' lines; mode 600."),
  TRUST_STORE(
      Topic.CONNECTION,
      FILE,
      "FILE",
      "PEM file with the only issuers of TLS certificates that are trusted. Default: those that this"
          + " Java trusts"),
  CLIENT_CERTIFICATE(
      Topic.CONNECTION,
      FILE,
      "FILE",
      "PKCS#12 file with the certificate, and its key, that is shown to a gateway which asks for one;"
          + " mode 600."),
  CLIENT_CERTIFICATE_PASSWORD(Topic.CONNECTION, SECRET, "FILE", "The password of that file."),
  PROXY(
      Topic.CONNECTION,
      TEXT,
      "HOST:PORT",
      "The HTTP proxy through which a tunnel leads to the gateway. Default: none"),
  PROXY_USER(
      Topic.CONNECTION,
      TEXT,
      "NAME",
      "The user of the proxy; name and password travel to it as good as in the clear."),
  PROXY_PASSWORD(Topic.CONNECTION, SECRET, "FILE", "That user's password."),
  CONNECTION_REUSE(
      Topic.CONNECTION,
      TEXT,
      "WHICH",
      "Which connections carry more than one call: http-2-only, never or always. Default:"
          + " http-2-only"),
  STORE(
      Topic.STORE,
      TEXT,
      "WHERE",
      "Where codes are kept, so that another paycode%n"
          + "shows the same: memory:, h2:FILE,%n"
          + "jdbc:postgresql://HOST/DATABASE or%n"
          + "rediss://HOST:PORT; several of Redis, with commas%n"
          + "between, are a cluster. Default:%n"
          + "h2:~/.local/state/paycode/codes, and memory: with%n"
          + "the sandbox in this process"),
  STORE_KEYS(
      Topic.STORE,
      FILE,
      "FILE",
      "The keys that hide what is kept, as 'paycode store keys' makes them; mode 600.%n"
          + "Default for h2: beside the file"),
  STORE_USER(Topic.STORE, TEXT, "NAME", "The user of the store. Default: paycode"),
  STORE_PASSWORD(Topic.STORE, SECRET, "FILE", "The user's password, if there is one."),
  LOG(
      COMMAND,
      FILE,
      "FILE",
      "Append what happens to this file, as JSON lines without any secret; mode 600.");

  /** What a setting is about; each is a heading in the help. */
  enum Topic {
    GATEWAY("%nThe gateway, and the keys for it:%n"),
    CONNECTION("%nThe way to the gateway:%n"),
    STORE("%nThe store of codes:%n"),
    COMMAND("%nThe command itself:%n");

    private final String heading;

    Topic(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }

    /** Whether who sets such a thing has a gateway of their own in mind. */
    boolean isAboutGateway() {
      return this == GATEWAY || this == CONNECTION;
    }
  }

  /** What its text is. */
  enum Kind {
    /** Taken as it is. */
    TEXT,
    /** The path of a file; where a file names it, relative to that file. */
    FILE,
    /**
     * What nobody may read along: the text of a variable, or the first line of a file of mode 600
     * that an option, another variable or a key names.
     */
    SECRET
  }

  private static final String PREFIX = "PAYCODE_";

  private final Topic topic;
  private final Kind kind;
  private final String label;
  private final String description;

  Setting(Topic topic, Kind kind, String label, String description) {
    this.topic = topic;
    this.kind = kind;
    this.label = label;
    this.description = description;
  }

  static Stream<Setting> all() {
    return Arrays.stream(values());
  }

  static Optional<Setting> ofProperty(String name) {
    return all().filter(setting -> setting.property().equals(name)).findAny();
  }

  Topic topic() {
    return topic;
  }

  String label() {
    return label;
  }

  String description() {
    return kind == SECRET
        ? description + " The file's first line is it; mode 600. Or as " + variable() + "."
        : description;
  }

  boolean isSecret() {
    return kind == SECRET;
  }

  /** Whether it names a file, by a path that may be relative. */
  boolean isPath() {
    return kind != TEXT;
  }

  /** Its name on the command line, such as {@code --client-id}. */
  String option() {
    return "--" + source().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in a file, such as {@code clientId}. */
  String property() {
    StringBuilder camel = new StringBuilder();
    for (String word : source().toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT));
      camel.append(camel.length() == word.length() ? "" : word.substring(1));
    }
    return camel.toString();
  }

  /** The name of the variable with its text, such as {@code PAYCODE_CLIENT_ID}. */
  String variable() {
    return PREFIX + name();
  }

  /** The name of the variable with its text, or for a secret with the file that holds it. */
  String sourceVariable() {
    return PREFIX + source();
  }

  private String source() {
    return kind == SECRET ? name() + "_FILE" : name();
  }

  /** Both its names, for a message. */
  @Override
  public String toString() {
    return property() + " (" + option() + ")";
  }
}
