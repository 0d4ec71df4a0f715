package dev.paycode.cli;

import static dev.paycode.cli.Canaries.Kind.BODY;
import static dev.paycode.cli.Canaries.Kind.CODE;
import static dev.paycode.cli.Canaries.Kind.LONG_BASE64;
import static dev.paycode.cli.ExitCode.GAVE_UP;
import static dev.paycode.cli.ExitCode.INTERRUPTED;
import static dev.paycode.cli.ExitCode.INVALID;
import static dev.paycode.cli.ExitCode.MISCONFIGURED;
import static dev.paycode.cli.ExitCode.OBTAINED;
import static dev.paycode.cli.ExitCode.REFUSED;
import static dev.paycode.cli.ExitCode.UNTRUSTED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How each command is run with secrets around it, rightly and wrongly. */
final class CanaryUses {

  private static final String DEAD_REDIS =
      "--store=redis://127.0.0.1:1 --store-keys=DIR/store.keys";
  private static final String WRONG_PASSWORD =
      "--private-key=DIR/own/mpp-private-key.pem --password-file=DIR/wrong";

  private static final Map<String, List<Use>> ALL =
      Map.ofEntries(
          Map.entry(
              "show",
              List.of(
                  use(OBTAINED, "CONFIG --store=h2:DIR/codes --device=canary-device"),
                  use(OBTAINED, "CONFIG --store=memory: --reveal", CODE),
                  use(OBTAINED, "CONFIG --store=memory: --png=DIR/a.png --svg=DIR/a.svg"),
                  use(INTERRUPTED, "CONFIG --store=memory: --web"),
                  use(REFUSED, "CONFIG --store=memory: --customer=sandbox-PROCESS_FAIL"),
                  use(GAVE_UP, "CONFIG --store=memory: --customer=sandbox-HTTP-502"),
                  use(UNTRUSTED, "CONFIG --store=memory: --customer=sandbox-WRONGLY-SIGNED"),
                  use(GAVE_UP, "CONFIG " + DEAD_REDIS),
                  use(INVALID, "CONFIG --store=redis://:canary-store@127.0.0.1"))),
          Map.entry(
              "get",
              List.of(
                  use(OBTAINED, "CONFIG --quantity=10 --customer=canary-customer"),
                  use(OBTAINED, "CONFIG --reveal", CODE),
                  use(
                      OBTAINED,
                      "CONFIG --proxy=PROXY --proxy-user=me --proxy-password-file=DIR/password"),
                  use(REFUSED, "CONFIG --customer=sandbox-PROCESS_FAIL"),
                  use(
                      GAVE_UP,
                      "CONFIG --customer=sandbox-UNKNOWN_EXCEPTION --device=canary-device"),
                  use(UNTRUSTED, "CONFIG --customer=sandbox-UNSIGNED"),
                  use(MISCONFIGURED, "CONFIG " + WRONG_PASSWORD),
                  use(MISCONFIGURED, "CONFIG --client-certificate=DIR/client.p12"),
                  use(INVALID, "CONFIG --headers=DIR/no-headers"),
                  use(INVALID, "CONFIG --proxy=me:canary-proxy@127.0.0.1:1"),
                  use(MISCONFIGURED, "CONFIG --private-key=KEYTEXT"),
                  use(INVALID, "CONFIG --password canary-typed"),
                  use(INVALID, "CONFIG --password=canary-typed"),
                  use(INVALID, "CONFIG --passwort=canary-typed"),
                  use(INVALID, "CONFIG --passwd canary-typed"),
                  use(INVALID, "CONFIG --agent-token canary-typed"),
                  use(INVALID, "CONFIG -pcanary-typed"),
                  use(INVALID, "CONFIG DIGITS"))),
          Map.entry(
              "sandbox",
              List.of(
                  use(INTERRUPTED, "--port=0 --keys=FRESH"),
                  use(INTERRUPTED, "--port=0 --keys=FRESH --tls"),
                  use(MISCONFIGURED, "--port=0 --keys=DIR/store.keys"),
                  use(OBTAINED, "--customers"))),
          Map.entry(
              "doctor",
              List.of(
                  use(OBTAINED, "CONFIG --device=canary-device"),
                  use(MISCONFIGURED, "CONFIG " + WRONG_PASSWORD),
                  use(MISCONFIGURED, "CONFIG --client-certificate=DIR/client.p12"),
                  use(UNTRUSTED, "CONFIG --customer=sandbox-WRONGLY-SIGNED"))),
          Map.entry(
              "keys generate",
              List.of(
                  use(OBTAINED, "--out=FRESH --password-file=DIR/password", LONG_BASE64),
                  use(OBTAINED, "--out=FRESH", LONG_BASE64),
                  use(MISCONFIGURED, "--out=DIR"))),
          Map.entry(
              "keys inspect",
              List.of(
                  use(OBTAINED, "DIR/own/mpp-private-key.pem --password-file=DIR/password"),
                  use(MISCONFIGURED, "DIR/own/mpp-private-key.pem --password-file=DIR/wrong"),
                  use(OBTAINED, "DIR/mpp-private-key.pem DIR/mpp-public-key.pem"),
                  use(MISCONFIGURED, "BASE64TEXT"))),
          Map.entry(
              "sign",
              List.of(
                  use(OBTAINED, "DIR/body CONFIG", BODY, LONG_BASE64),
                  use(OBTAINED, "DIR/body CONFIG --reveal", BODY, LONG_BASE64, CODE),
                  use(MISCONFIGURED, "DIR/body CONFIG " + WRONG_PASSWORD))),
          Map.entry(
              "verify",
              List.of(
                  use(UNTRUSTED, "DIR/body CONFIG --time=now --signature=canary", BODY),
                  use(UNTRUSTED, "DIR/body CONFIG --time=now --signature=x --reveal", BODY, CODE),
                  use(INVALID, "DIR/missing CONFIG --time=now --signature=canary"))),
          Map.entry(
              "store status",
              List.of(
                  use(OBTAINED, "--store=h2:DIR/codes"),
                  use(GAVE_UP, DEAD_REDIS),
                  use(
                      GAVE_UP,
                      "--store=jdbc:postgresql://127.0.0.1:1/w --store-keys=DIR/store.keys"),
                  use(INVALID, "--store=jdbc:postgresql://me:canary-store@127.0.0.1:1/w"))),
          Map.entry(
              "store purge",
              List.of(use(OBTAINED, "--store=h2:DIR/codes"), use(GAVE_UP, DEAD_REDIS))),
          Map.entry(
              "store keys",
              List.of(
                  use(OBTAINED, "new FRESH"),
                  use(MISCONFIGURED, "new DIR/store.keys"),
                  use(MISCONFIGURED, "add DIR/password"))),
          Map.entry(
              "retire",
              List.of(
                  use(OBTAINED, "CONFIG --store=h2:DIR/codes"),
                  use(INVALID, "CONFIG --store=h2:DIR/codes --ending=DIGITS"),
                  use(GAVE_UP, "CONFIG --device=canary-device " + DEAD_REDIS))),
          Map.entry(
              "explain", List.of(use(OBTAINED, ""), use(OBTAINED, "U"), use(INVALID, "DIGITS"))),
          Map.entry(
              "config",
              List.of(
                  use(OBTAINED, "CONFIG"),
                  use(OBTAINED, "CONFIG --store=redis://me:canary-store@127.0.0.1:1"),
                  use(OBTAINED, "CONFIG --proxy=me:canary-proxy@127.0.0.1:1"),
                  use(OBTAINED, "CONFIG --private-key=KEYTEXT"),
                  use(OBTAINED, "CONFIG --private-key=BASE64TEXT"))),
          Map.entry("completion", List.of(use(OBTAINED, "bash"), use(INVALID, "fish"))));

  private CanaryUses() {}

  /**
   * A line of options.
   *
   * @param exitCode how it ends
   * @param line with words for files that {@link CanaryScanTest} makes
   * @param purpose the secrets that the command is there to print
   */
  record Use(int exitCode, String line, Set<Canaries.Kind> purpose) {}

  private static Use use(int exitCode, String line, Canaries.Kind... purpose) {
    return new Use(exitCode, line, Set.copyOf(Arrays.asList(purpose)));
  }

  static Set<String> commands() {
    return ALL.keySet();
  }

  static Stream<Use> of(String command) {
    return ALL.getOrDefault(command, List.of()).stream();
  }
}
