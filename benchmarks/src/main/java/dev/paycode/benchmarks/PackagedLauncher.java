package dev.paycode.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code paycode} command as the zip of a distribution brings it: launcher, jars, and the
 * archive of classes that the launcher makes when it is first started at a terminal.
 */
final class PackagedLauncher {

  private static final Path JARS = Path.of("app-cli", "target", "lib");
  private static final Path SCRIPTS = Path.of("app-cli", "src", "dist");

  /**
   * What the launcher does at a terminal before it starts Java; what there is no terminal for here.
   */
  private static final String MAKE_ARCHIVE =
      "resolve() { readlink -f \"$1\"; }; lib=$1/lib; . \"$1/libexec/launch.sh\";"
          + " find_java; find_archive \"$1/cache\"; make_archive; [ -s \"$archive\" ]";

  private final Path home;

  private PackagedLauncher(Path home) {
    this.home = home;
  }

  /** Whether the command line is packaged in this checkout. */
  static boolean isIn(Path project) {
    return Files.isDirectory(project.resolve(JARS));
  }

  /**
   * Lays everything out and has the archive made, unless it is only to be proved that it starts:
   * that takes longer than everything else then.
   *
   * @throws IOException if the command line is not packaged, or has no archive with this Java
   */
  static PackagedLauncher in(Workshop workshop) throws IOException, InterruptedException {
    Path home = workshop.out().resolve("paycode").toAbsolutePath();
    Trees.delete(home);
    Trees.copy(workshop.project().resolve(SCRIPTS), home);
    Trees.copy(workshop.project().resolve(JARS), home.resolve("lib"));
    if (!workshop.effort().isProof()) {
      TimedRun.of(workshop, List.of("sh", "-c", MAKE_ARCHIVE, "sh", home.toString()));
    }
    return new PackagedLauncher(home);
  }

  /** The command line that starts it. */
  List<String> command(String... args) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("paycode").toString());
    command.addAll(List.of(args));
    return command;
  }
}
