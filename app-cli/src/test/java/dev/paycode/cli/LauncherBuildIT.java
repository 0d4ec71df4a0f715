package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher builds: in a checkout with nothing in it, by a Maven and a Java of straw. */
class LauncherBuildIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path home;
  private Path checkout;
  private Path target;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = home.resolve("check out");
    target = Files.createDirectories(checkout.resolve("app-cli/target"));
    copy("paycode");
    copy("app-cli/src/dist/libexec/launch.sh");
    Files.writeString(checkout.resolve("pom.xml"), "");
    script("bin/java", "echo \"ran $#\"");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    // Builds once it may: the file go says so, or the file fail that it cannot.
    script(
        "bin/mvn",
        "echo building >&2",
        "echo built >>'" + home + "/builds'",
        "until [ -e '"
            + home
            + "/go' ]; do [ ! -e '"
            + home
            + "/fail' ] || exit 1; sleep 0.1; done",
        "mkdir -p '" + target + "/lib'",
        ": >'" + target + "/lib/paycode-app-cli-1.jar'");
  }

  private void copy(String file) throws IOException {
    Files.createDirectories(checkout.resolve(file).getParent());
    Files.copy(ROOT.resolve(file), checkout.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void script(String name, String... lines) throws IOException {
    Path file = Files.createDirectories(home.resolve("bin")).getParent().resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Launched paycode(String... args) {
    return Launched.start(
        home,
        Map.of("PATH", home + "/bin:" + System.getenv("PATH"), "JAVA_HOME", home.toString()),
        Stream.concat(Stream.of(checkout.resolve("paycode").toString()), Stream.of(args)).toList());
  }

  private void allow(String what) throws IOException {
    Files.writeString(home.resolve(what), "");
  }

  private List<String> builds() throws IOException {
    Path file = home.resolve("builds");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private boolean isLocked() {
    return Files.exists(target.resolve("paycode.lock"), LinkOption.NOFOLLOW_LINKS);
  }

  private static void awaitErr(Launched command, String words) {
    while (!command.err().contains(words)) {
      assertThat(command.isRunning()).as(command.err()).isTrue();
      Thread.onSpinWait();
    }
  }

  @Test
  void the_first_run_builds_and_the_next_does_not() throws IOException {
    allow("go");
    for (int run = 0; run < 2; run++) {
      try (Launched command = paycode("explain")) {
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.out()).startsWith("ran ");
      }
    }

    assertThat(builds()).hasSize(1);
    assertThat(isLocked()).isFalse();
  }

  @Test
  void of_two_at_once_one_builds_and_the_other_waits_for_it() throws IOException {
    try (Launched first = paycode()) {
      awaitErr(first, "building");
      try (Launched second = paycode()) {
        awaitErr(second, "waiting for the build of another paycode");
        allow("go");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
      }
    }

    assertThat(builds()).hasSize(1);
    assertThat(isLocked()).isFalse();
  }

  @Test
  void a_lock_whose_owner_is_gone_is_removed() throws IOException {
    allow("go");
    Files.createSymbolicLink(target.resolve("paycode.lock"), Path.of("999999999"));

    try (Launched command = paycode()) {
      assertThat(command.exitCode()).as(command.err()).isZero();
    }

    assertThat(builds()).hasSize(1);
    assertThat(isLocked()).isFalse();
  }

  @Test
  void an_interrupted_build_leaves_no_lock_and_is_done_again() throws IOException {
    try (Launched command = paycode()) {
      while (builds().isEmpty()) {
        assertThat(command.isRunning()).as(command.err()).isTrue();
        Thread.onSpinWait();
      }

      assertThat(command.signal("INT").exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    }
    assertThat(isLocked()).isFalse();

    allow("go");
    try (Launched command = paycode()) {
      assertThat(command.exitCode()).as(command.err()).isZero();
    }
    assertThat(builds()).hasSize(2);
  }

  @Test
  void a_build_that_fails_is_shown_with_exit_code_6() throws IOException {
    allow("fail");

    try (Launched command = paycode()) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err()).contains("the build failed", "building");
    }
    assertThat(isLocked()).isFalse();
  }

  @Test
  void a_java_that_is_too_old_is_told_before_anything_is_built() throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    try (Launched command = paycode()) {
      assertThat(command.exitCode()).isEqualTo(ExitCode.MISCONFIGURED);
      assertThat(command.err()).contains("Java 11.0.2", "17 or later");
    }
    assertThat(builds()).isEmpty();
  }
}
