package dev.paycode.cli;

import dev.paycode.http.GatewayAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the gateway is in the network, or the proxy before it.
 *
 * @param role which of the two it is, in words
 * @param host its name or address
 * @param port its port
 * @param encrypted whether TLS is spoken to it
 */
record Endpoint(String role, String host, int port, boolean encrypted) {

  /** How long each step on the way to it may take. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int GREATEST_PORT = 65_535;
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");

  static Endpoint of(GatewayAddress address) {
    URI uri = URI.create(address.toString());
    boolean encrypted = uri.getScheme().equals("https");
    int usual = encrypted ? HTTPS_PORT : HTTP_PORT;
    return new Endpoint(
        "gateway", uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort(), encrypted);
  }

  /**
   * The proxy at this address.
   *
   * @throws IllegalArgumentException if it is not {@code host:port}
   */
  static Endpoint proxy(String text) {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || !isPort(parts.group(2))) {
      throw new IllegalArgumentException(
          "the proxy '"
              + text.replaceFirst("(?s).*@", "****@")
              + "' is not HOST:PORT with a port from 1 to "
              + GREATEST_PORT
              + ", such as proxy.example:3128; user and password have settings of their own");
    }
    return new Endpoint("proxy", parts.group(1), Integer.parseInt(parts.group(2)), false);
  }

  private static boolean isPort(String digits) {
    int port = Integer.parseInt(digits);
    return port > 0 && port <= GREATEST_PORT;
  }

  /**
   * The addresses that its name has.
   *
   * @throws Failure if it has none, or nobody says so in time
   */
  List<InetAddress> addresses() throws InterruptedException {
    try {
      return CompletableFuture.supplyAsync(this::resolved)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      throw Failure.unavailable(
          "the name " + host + " has no address that this machine can find",
          "Check the host name of the " + role + ", and this machine's name service (DNS).",
          unknown);
    }
  }

  private List<InetAddress> resolved() {
    try {
      return Arrays.asList(InetAddress.getAllByName(host));
    } catch (UnknownHostException unknown) {
      throw new CompletionException(unknown);
    }
  }

  /**
   * A socket that is connected with it; the caller closes it.
   *
   * @throws Failure if nothing answers at any of its addresses
   */
  Socket connected() throws InterruptedException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses()) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), Math.toIntExact(PATIENCE.toMillis()));
        return socket;
      } catch (IOException unreachable) {
        close(socket);
        last = unreachable;
      }
    }
    throw Failure.unavailable(
        "nothing answers at port " + port + " of " + host,
        "Check the port of the " + role + ", and that a firewall lets this machine call it.",
        last);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // There was no connection in the first place.
    }
  }
}
