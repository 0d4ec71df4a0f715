package dev.paycode.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Writes what a client needs: its key pair, the sandbox's public key, and where to call. */
final class ClientFiles {

  private static final int COLUMNS = 64;
  private static final String MPP_PRIVATE_KEY = "mpp-private-key.pem";
  private static final String MPP_PUBLIC_KEY = "mpp-public-key.pem";
  private static final String ALIPAY_PUBLIC_KEY = "alipay-public-key.pem";
  private static final String ISSUER = "ca.pem";
  private static final String PROPERTIES = "client.properties";
  private static final List<String> NAMES =
      List.of(MPP_PRIVATE_KEY, MPP_PUBLIC_KEY, ALIPAY_PUBLIC_KEY, ISSUER, PROPERTIES);

  /** The first line of the properties, by which the files of an earlier run are known. */
  private static final String MARK =
      "# For a client of the sandbox. Codes of the sandbox pay for nothing.";

  private ClientFiles() {}

  /**
   * Writes the files; the properties come last, so that the files they name are there.
   *
   * @throws FileAlreadyExistsException if a file of such a name is there, but no sandbox wrote it
   */
  static Path write(Path directory, URI gateway, SandboxOptions options) throws IOException {
    SandboxKeys keys = options.keys();
    PrivateFiles files = PrivateFiles.in(directory);
    if (!files.beginsWith(PROPERTIES, MARK)) {
      files.requireNone(NAMES);
    }
    files.write(MPP_PRIVATE_KEY, pem("PRIVATE KEY", keys.mppPrivateKey().getEncoded()));
    files.write(MPP_PUBLIC_KEY, pem("PUBLIC KEY", keys.mppPublicKey().getEncoded()));
    files.write(ALIPAY_PUBLIC_KEY, pem("PUBLIC KEY", keys.alipayPublicKey().getEncoded()));
    if (options.tls().isPresent()) {
      files.write(ISSUER, pem("CERTIFICATE", der(options.tls().get().issuer())));
    }
    return files.write(PROPERTIES, properties(gateway, options));
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate of our own has no encoding", impossible);
    }
  }

  private static String pem(String label, byte[] der) {
    Base64.Encoder lines = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'});
    return String.format(
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n", label, lines.encodeToString(der));
  }

  private static String properties(URI gateway, SandboxOptions options) {
    return String.join(
        "\n",
        MARK,
        "gateway=" + gateway,
        // A backslash is the one visible sign that means something in a value.
        "clientId=" + options.clientId().value().replace("\\", "\\\\"),
        "privateKey=" + MPP_PRIVATE_KEY,
        "alipayPublicKey=" + ALIPAY_PUBLIC_KEY,
        "keyVersion=" + options.keyVersion(),
        options.tls().map(tls -> "trustStore=" + ISSUER + "\n").orElse(""));
  }
}
