package dev.paycode.signing;

import static dev.paycode.signing.Messages.anyContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.port.out.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingVerifierTest {

  private static final KeyVersion SECOND = KeyVersion.parse("2");
  private static final KeyPair OLD = Keys.ALIPAY_PLUS;
  private static final KeyPair NEW = Keys.rsa(2048, BigInteger.valueOf(65_537));
  private static final KeyPair OURS = Keys.OURS;
  private static final String OLD_LINE = "1=" + Keys.base64(OLD.getPublic().getEncoded()) + "\n";
  private static final String NEW_LINE = "2=" + Keys.base64(NEW.getPublic().getEncoded()) + "\n";
  private static final Verdict BY_OLD = new Verdict.Verified(KeyVersion.FIRST);
  private static final Verdict BY_NEW = new Verdict.Verified(SECOND);
  private static final Verdict UNKNOWN = new Verdict.Distrusted(Cause.KEY_VERSION_UNKNOWN);
  private static final SignatureHeader FROM_OLD = signed(OLD, KeyVersion.FIRST);
  private static final SignatureHeader FROM_NEW = signed(NEW, SECOND);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-06-01T00:00:00Z"));
  private final List<String> told = new ArrayList<>();

  @TempDir private Path directory;
  private Path file;

  private static SignatureHeader signed(KeyPair pair, KeyVersion version) {
    return RsaSigner.of(pair.getPrivate(), version).sign(anyContent());
  }

  @BeforeEach
  void writeOld() throws IOException {
    file = directory.resolve("alipayplus.keys");
    write(OLD_LINE);
  }

  private void write(String content) throws IOException {
    Path written = Files.writeString(directory.resolve("new"), content);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private ReloadingVerifier verifier() {
    return ReloadingVerifier.watching(file)
        .foreignTo(OURS.getPrivate())
        .clock(now::get)
        .telling(refused -> told.add(refused.getMessage()))
        .build();
  }

  private void passMillis(long millis) {
    now.set(now.get().plusMillis(millis));
  }

  private static Verdict verdict(ReloadingVerifier verifier, SignatureHeader header) {
    return verifier.verify(anyContent(), header);
  }

  @Test
  void a_key_added_to_the_file_counts_a_second_later_beside_the_old_one() throws IOException {
    ReloadingVerifier verifier = verifier();
    write("# both, until all servers have switched\n\n" + OLD_LINE + NEW_LINE);
    passMillis(999);
    assertThat(verdict(verifier, FROM_NEW)).isEqualTo(UNKNOWN);
    passMillis(1);
    assertThat(verdict(verifier, FROM_NEW)).isEqualTo(BY_NEW);
    assertThat(verdict(verifier, FROM_OLD)).isEqualTo(BY_OLD);
    assertThat(told).isEmpty();
  }

  @Test
  void a_key_taken_out_of_the_file_no_longer_counts() throws IOException {
    write(OLD_LINE + NEW_LINE);
    ReloadingVerifier verifier = verifier();
    write(NEW_LINE);
    passMillis(1000);
    assertThat(verdict(verifier, FROM_OLD)).isEqualTo(UNKNOWN);
  }

  @Test
  void a_new_content_is_seen_though_size_and_time_of_the_file_stay() throws IOException {
    ReloadingVerifier verifier = verifier();
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, OLD_LINE.replace("1=", "2="));
    Files.setLastModifiedTime(file, time);
    passMillis(1000);
    assertThat(verdict(verifier, FROM_OLD)).isEqualTo(UNKNOWN);
  }

  @Test
  void a_file_with_one_key_in_any_form_stands_for_every_version() throws IOException {
    write(Keys.pem("PUBLIC KEY", OLD.getPublic().getEncoded()));
    ReloadingVerifier verifier = verifier();
    assertThat(verdict(verifier, signed(OLD, SECOND))).isEqualTo(BY_NEW);
    write(Keys.base64(NEW.getPublic().getEncoded()));
    passMillis(1000);
    assertThat(verdict(verifier, FROM_NEW)).isEqualTo(BY_NEW);
  }

  @Test
  void a_clock_that_is_set_back_does_not_stop_the_watch() throws IOException {
    ReloadingVerifier verifier = verifier();
    write(NEW_LINE);
    passMillis(-86_400_000);
    assertThat(verdict(verifier, FROM_NEW)).isEqualTo(BY_NEW);
  }

  @Test
  void a_broken_file_keeps_the_old_keys_and_is_told_once() throws IOException {
    ReloadingVerifier verifier = verifier();
    write("ask Mika for the key");
    for (int second = 0; second < 3; second++) {
      passMillis(1000);
      assertThat(verdict(verifier, FROM_OLD)).isEqualTo(BY_OLD);
    }
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("public key file '" + file + "' holds no key where a public key is due");
  }

  @Test
  void a_file_that_goes_and_comes_back_is_told_once_and_read_again() throws IOException {
    ReloadingVerifier verifier = verifier();
    Files.delete(file);
    for (int second = 0; second < 3; second++) {
      passMillis(1000);
      assertThat(verdict(verifier, FROM_OLD)).isEqualTo(BY_OLD);
    }
    assertThat(told)
        .containsExactly("public key file '" + file + "' does not exist; check its path");
    write(NEW_LINE);
    passMillis(1000);
    assertThat(verdict(verifier, FROM_NEW)).isEqualTo(BY_NEW);
  }

  @Test
  void our_own_public_key_in_the_file_is_refused_at_the_start_and_later() throws IOException {
    ReloadingVerifier verifier = verifier();
    write(OLD_LINE + "3=" + Keys.base64(OURS.getPublic().getEncoded()));
    assertThatThrownBy(this::verifier)
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("the public half of the wallet's own private key");
    passMillis(1000);
    assertThat(verdict(verifier, signed(OURS, KeyVersion.parse("3")))).isEqualTo(UNKNOWN);
    assertThat(told).singleElement().asString().contains("the wallet's own private key");
  }

  @Test
  void a_file_that_is_broken_at_the_start_is_refused() throws IOException {
    Files.delete(file);
    assertThatThrownBy(this::verifier)
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("public key file '" + file + "' does not exist; check its path");
  }

  @Test
  void lines_that_cannot_be_keys_are_named_by_number() throws IOException {
    assertRefused("1=\n", "line 1 is not 'version=Base64'; write each key on one line");
    assertRefused(OLD_LINE + "2=short\n", "line 2 is not 'version=Base64'");
    assertRefused("# why\n\n" + OLD_LINE + OLD_LINE, "line 4 repeats the key version 1; keep one");
    assertRefused(OLD_LINE.strip().substring(0, 200), "line 1 is cut off or damaged");
    assertRefused(
        "1=" + Keys.base64(OURS.getPrivate().getEncoded()),
        "line 1 holds a private key where a public key is due");
  }

  private void assertRefused(String content, String problem) throws IOException {
    write(content);
    assertThatThrownBy(() -> RsaVerifier.read(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageStartingWith("public key file '" + file + "', " + problem);
  }

  @Test
  void what_the_listener_throws_is_dropped() throws IOException {
    ReloadingVerifier verifier =
        ReloadingVerifier.watching(file)
            .clock(now::get)
            .telling(
                refused -> {
                  throw new IllegalStateException("alarm");
                })
            .build();
    Files.delete(file);
    passMillis(1000);
    assertThat(verdict(verifier, FROM_OLD)).isEqualTo(BY_OLD);
  }

  @Test
  void many_threads_verify_while_the_keys_change() {
    ReloadingVerifier verifier = verifier();
    List<Verdict> verdicts =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(
                number -> {
                  replace(number % 2 == 0 ? OLD_LINE : OLD_LINE + NEW_LINE, number);
                  now.updateAndGet(time -> time.plusSeconds(1));
                  return verdict(verifier, FROM_OLD);
                })
            .toList();
    assertThat(verdicts).hasSize(400).containsOnly(BY_OLD);
    assertThat(told).isEmpty();
  }

  private void replace(String content, int number) {
    try {
      Path written = Files.writeString(directory.resolve("new" + number), content);
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
