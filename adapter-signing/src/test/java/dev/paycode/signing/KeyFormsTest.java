package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form a key may have gives the same key. */
class KeyFormsTest {

  private static final PrivateKey PRIVATE = Keys.OURS.getPrivate();
  private static final PublicKey PUBLIC = Keys.OURS.getPublic();

  @TempDir private Path directory;

  static Stream<Map.Entry<String, String>> privateTexts() {
    Map<String, String> forms = new TreeMap<>();
    forms.put("PKCS#8 PEM", Keys.pem("PRIVATE KEY", PRIVATE.getEncoded()));
    forms.put("PKCS#1 PEM", Keys.pem("RSA PRIVATE KEY", Keys.pkcs1(PRIVATE)));
    forms.put("PKCS#8 Base64", Keys.base64(PRIVATE.getEncoded()));
    forms.put("PKCS#1 Base64", Keys.base64(Keys.pkcs1(PRIVATE)));
    return withNoise(forms);
  }

  static Stream<Map.Entry<String, String>> publicTexts() throws CertificateEncodingException {
    Map<String, String> forms = new TreeMap<>();
    byte[] certificate = Keys.certificate(Keys.OURS).getEncoded();
    forms.put("X.509 PEM", Keys.pem("PUBLIC KEY", PUBLIC.getEncoded()));
    forms.put("PKCS#1 PEM", Keys.pem("RSA PUBLIC KEY", Keys.pkcs1(PUBLIC)));
    forms.put("certificate PEM", Keys.pem("CERTIFICATE", certificate));
    forms.put("X.509 Base64", Keys.base64(PUBLIC.getEncoded()));
    forms.put("PKCS#1 Base64", Keys.base64(Keys.pkcs1(PUBLIC)));
    forms.put("certificate Base64", Keys.base64(certificate));
    return withNoise(forms);
  }

  /** Each form as it is, and as editors, mails and consoles change it. */
  private static Stream<Map.Entry<String, String>> withNoise(Map<String, String> forms) {
    Map<String, String> noisy = new TreeMap<>(forms);
    forms.forEach(
        (name, text) -> {
          noisy.put(name + ", CRLF", text.replace("\n", "\r\n"));
          noisy.put(name + ", CR", text.replace("\n", "\r"));
          noisy.put(name + ", byte order mark", "\uFEFF" + text);
          noisy.put(name + ", blanks", " \n\t " + text.replace("\n", " \n  ") + " \n\n");
          noisy.put(name + ", all of it", "\uFEFF \r\n" + text.replace("\n", "\t\r\n ") + "\r\n ");
        });
    noisy.put(
        "short lines", forms.values().iterator().next().replaceAll("(?m)^([^-]{20})", "$1\n"));
    return noisy.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("privateTexts")
  void a_private_key_is_read_from_text_and_file(Map.Entry<String, String> form) throws Exception {
    assertThat(RsaKeys.parsePrivate(form.getValue())).isEqualTo(PRIVATE);
    assertThat(RsaKeys.readPrivate(file(form.getValue().getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(PRIVATE);
  }

  @ParameterizedTest
  @MethodSource("publicTexts")
  void a_public_key_is_read_from_text_and_file(Map.Entry<String, String> form) throws Exception {
    assertThat(RsaKeys.parsePublic(form.getValue())).isEqualTo(PUBLIC);
    assertThat(RsaKeys.readPublic(file(form.getValue().getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(PUBLIC);
  }

  @Test
  void a_private_key_is_read_from_der() throws Exception {
    assertThat(RsaKeys.readPrivate(file(PRIVATE.getEncoded()))).isEqualTo(PRIVATE);
    assertThat(RsaKeys.readPrivate(file(Keys.pkcs1(PRIVATE)))).isEqualTo(PRIVATE);
  }

  @Test
  void a_public_key_is_read_from_der() throws Exception {
    assertThat(RsaKeys.readPublic(file(PUBLIC.getEncoded()))).isEqualTo(PUBLIC);
    assertThat(RsaKeys.readPublic(file(Keys.pkcs1(PUBLIC)))).isEqualTo(PUBLIC);
    assertThat(RsaKeys.readPublic(file(Keys.certificate(Keys.OURS).getEncoded())))
        .isEqualTo(PUBLIC);
  }

  @Test
  void what_stands_around_a_pem_block_does_not_matter() {
    String pem = Keys.pem("PUBLIC KEY", PUBLIC.getEncoded());
    assertThat(RsaKeys.parsePublic("subject=CN = anyone\n\n" + pem + "the end\n"))
        .isEqualTo(PUBLIC);
  }

  private Path file(byte[] content) throws Exception {
    return OwnerOnly.restrict(Files.write(directory.resolve("key"), content));
  }
}
