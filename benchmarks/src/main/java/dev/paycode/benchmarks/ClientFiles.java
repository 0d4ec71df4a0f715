package dev.paycode.benchmarks;

import dev.paycode.http.GatewayAddress;
import dev.paycode.message.KeyVersion;
import dev.paycode.signing.RsaKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.Properties;

/** What the sandbox writes for its clients, read once. */
final class ClientFiles {

  private final Path directory;
  private final Properties properties;

  private ClientFiles(Path directory, Properties properties) {
    this.directory = directory;
    this.properties = properties;
  }

  /** The files in this directory. */
  static ClientFiles in(Path directory) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve("client.properties"))) {
      properties.load(reader);
    }
    return new ClientFiles(directory, properties);
  }

  String gatewayText() {
    return properties.getProperty("gateway");
  }

  GatewayAddress gateway() {
    return GatewayAddress.parse(gatewayText());
  }

  KeyVersion keyVersion() {
    return KeyVersion.parse(properties.getProperty("keyVersion"));
  }

  PrivateKey privateKey() {
    return RsaKeys.readPrivate(file("privateKey"));
  }

  /** Alipay+'s. */
  PublicKey publicKey() {
    return RsaKeys.readPublic(file("alipayPublicKey"));
  }

  /** The other half of the private key. */
  PublicKey ownPublicKey() {
    return RsaKeys.publicHalf(privateKey()).orElseThrow();
  }

  /** Whom to trust for the sandbox's certificate. */
  KeyStore issuers() {
    try (InputStream pem = Files.newInputStream(file("trustStore"))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      return store;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("the sandbox wrote no certificate", unreadable);
    }
  }

  private Path file(String name) {
    return directory.resolve(properties.getProperty(name));
  }
}
