package dev.paycode.signing;

import static dev.paycode.signing.Messages.content;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL verifies what we sign, and we verify what it signs. */
class OpensslAgreementTest {

  private static final int MESSAGES = 1000;

  /** What stands before the body, written out without the code under test. */
  private static final String HEAD =
      "POST /aps/api/v1/codes/getPaymentCode\n"
          + "SANDBOX_5X00000000000000.2024-06-01T12:00:00+08:00.";

  /** One shell for all, since starting a process from here takes several times as long. */
  private static final String SIGN_ALL =
      "seq 0 999 | xargs -P 2 -I N openssl dgst -sha256 -sign private.pem -out N.signature N.message";

  @TempDir private Path directory;

  @BeforeEach
  void writeKeys() throws IOException, InterruptedException {
    assumeTrue(
        isInstalled(),
        "No 'openssl' on the PATH, so there is nothing to compare with: install it.");
    write(
        "private.pem",
        Keys.pem("PRIVATE KEY", Keys.OURS.getPrivate().getEncoded()).getBytes(UTF_8));
    write("public.pem", Keys.pem("PUBLIC KEY", Keys.OURS.getPublic().getEncoded()).getBytes(UTF_8));
  }

  private boolean isInstalled() throws InterruptedException {
    try {
      return openssl("version").equals(0);
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void openssl_makes_the_same_signature_over_each_of_1000_messages()
      throws IOException, InterruptedException {
    List<String> bodies = bodies();
    for (int index = 0; index < MESSAGES; index++) {
      write(index + ".message", (HEAD + bodies.get(index)).getBytes(UTF_8));
    }
    assertThat(run("sh", "-c", SIGN_ALL)).isZero();

    RsaSigner signer = RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST);
    RsaVerifier verifier = RsaVerifier.of(Keys.OURS.getPublic());
    for (int index = 0; index < MESSAGES; index++) {
      SignatureHeader theirs =
          SignatureHeader.of(
              KeyVersion.FIRST, Files.readAllBytes(directory.resolve(index + ".signature")));
      SignedContent content = content(bodies.get(index));
      assertThat(signer.sign(content).print()).as("message %d", index).isEqualTo(theirs.print());
      assertThat(verifier.verify(content, theirs))
          .as("message %d", index)
          .isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
    }
  }

  @Test
  void openssl_refuses_our_signature_of_another_message() throws IOException, InterruptedException {
    SignedContent content = content("one");
    write(
        "signature",
        RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST).sign(content).signature());
    write("message", content.bytes());
    assertThat(verifyBySignature()).isZero();
    write("message", content("another").bytes());
    assertThat(verifyBySignature()).isNotZero();
  }

  private Integer verifyBySignature() throws IOException, InterruptedException {
    return openssl(
        "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "message");
  }

  /** Texts from all planes of Unicode, from none to some hundred characters. */
  private static List<String> bodies() {
    Random random = new Random(20240601);
    return Stream.generate(() -> anyText(random)).limit(MESSAGES).toList();
  }

  private static String anyText(Random random) {
    return random
        .ints(random.nextInt(300), 0, Character.MAX_CODE_POINT + 1)
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(directory.resolve(name), bytes);
  }

  private Integer openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  private Integer run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
