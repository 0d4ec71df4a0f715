package dev.paycode.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server that speaks TLS 1.1 only, which needs a Java process of its own to be allowed to. */
final class OldTlsServer implements AutoCloseable {

  private final Process process;
  private final int port;

  private OldTlsServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static OldTlsServer start(KeyStore keys) throws Exception {
    Path directory = Files.createTempDirectory("old-tls");
    Path store = directory.resolve("keys.p12");
    Path security = directory.resolve("java.security");
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, TestCa.PASSWORD);
    }
    Files.writeString(security, "jdk.tls.disabledAlgorithms=\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.security.properties=" + security,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OldTlsServer.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
    OldTlsServer server = new OldTlsServer(process, Integer.parseInt(said.readLine()));
    Files.delete(store);
    Files.delete(security);
    Files.delete(directory);
    return server;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Says the port, and shakes hands until it is ended. */
  public static void main(String[] arguments) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      keys.load(in, TestCa.PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, TestCa.PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    try (SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      server.setEnabledProtocols(new String[] {"TLSv1.1"});
      System.out.println(server.getLocalPort());
      while (true) {
        shakeHands(server);
      }
    }
  }

  private static void shakeHands(SSLServerSocket server) {
    try (Socket client = server.accept()) {
      client.getInputStream().readAllBytes();
    } catch (IOException refused) {
      // the next may do better
    }
  }
}
