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

  private static final int MESSAGES = 50;

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
  void openssl_verifies_what_we_sign() throws IOException, InterruptedException {
    RsaSigner signer = RsaSigner.of(Keys.OURS.getPrivate(), KeyVersion.FIRST);
    for (SignedContent content : messages()) {
      write("message", content.bytes());
      write("signature", signer.sign(content).signature());
      assertThat(verifyBySignature()).as("%s", content).isZero();
    }
    write("message", "another message".getBytes(UTF_8));
    assertThat(verifyBySignature()).as("another message").isNotZero();
  }

  private Integer verifyBySignature() throws IOException, InterruptedException {
    return openssl(
        "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "message");
  }

  @Test
  void we_verify_what_openssl_signs() throws IOException, InterruptedException {
    RsaVerifier verifier = RsaVerifier.of(Keys.OURS.getPublic());
    for (SignedContent content : messages()) {
      write("message", content.bytes());
      assertThat(openssl("dgst", "-sha256", "-sign", "private.pem", "-out", "signature", "message"))
          .isZero();
      byte[] signature = Files.readAllBytes(directory.resolve("signature"));
      assertThat(verifier.verify(content, SignatureHeader.of(KeyVersion.FIRST, signature)))
          .isEqualTo(new Verdict.Verified(KeyVersion.FIRST));
    }
  }

  /** Texts from all planes of Unicode, from none to some hundred characters. */
  private static List<SignedContent> messages() {
    Random random = new Random(20240601);
    return Stream.generate(() -> content(anyText(random))).limit(MESSAGES).toList();
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
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
