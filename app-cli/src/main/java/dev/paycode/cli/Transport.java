package dev.paycode.cli;

import dev.paycode.http.ConnectionReuse;
import dev.paycode.http.GatewayAddress;
import dev.paycode.http.HttpCodeGatewayBuilder;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The way to the gateway, as settings say: its address, the certificates, the proxy, and what
 * travels along. The one place that reads them. Immutable.
 */
final class Transport {

  private final Settings settings;

  Transport(Settings settings) {
    this.settings = settings;
  }

  /**
   * Where the gateway is.
   *
   * @throws Failure if it is missing, not allowed, or names a host that is not allowed
   */
  GatewayAddress address() {
    GatewayAddress sound =
        settings.require(Setting.GATEWAY, text -> GatewayAddress.parse(text, ownHost(text)));
    try {
      return GatewayAddress.parse(sound.toString(), allowedHosts());
    } catch (IllegalArgumentException stranger) {
      throw Failure.invalid(
          String.valueOf(stranger.getMessage()),
          "Correct the setting "
              + Setting.GATEWAY
              + ", or name the host, if it is yours, with "
              + Setting.ALLOWED_HOSTS
              + ".",
          stranger);
    }
  }

  /** So that what is wrong with the rest of an address is told before its host is judged. */
  private static Set<String> ownHost(String text) {
    try {
      return Optional.ofNullable(new URI(text).getHost()).map(Set::of).orElse(Set.of());
    } catch (URISyntaxException noUri) {
      return Set.of();
    }
  }

  private List<String> allowedHosts() {
    return settings.find(Setting.ALLOWED_HOSTS, Transport::hosts).orElse(List.of());
  }

  private static List<String> hosts(String text) {
    return Pattern.compile(",").splitAsStream(text).map(Transport::host).toList();
  }

  private static String host(String text) {
    String host = text.strip();
    if (!host.matches("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]")) {
      throw new IllegalArgumentException(
          "'" + host + "' is not the name of a host; name it without scheme and port");
    }
    return host;
  }

  /**
   * The proxy that leads to the gateway, if there is one.
   *
   * @throws Failure if its address is malformed
   */
  Optional<Endpoint> proxy() {
    return settings.find(Setting.PROXY, Endpoint::proxy);
  }

  /**
   * The only issuers of certificates that are trusted, if they are named.
   *
   * @throws Failure if the file cannot be read
   */
  Optional<KeyStore> issuers() {
    return settings.findFile(Setting.TRUST_STORE).map(IssuersFile::read);
  }

  /**
   * What is shown to a gateway that asks for a certificate, if there is something.
   *
   * @throws Failure if the file cannot be read
   */
  Optional<ClientCertificate> certificate() {
    return settings
        .findFile(Setting.CLIENT_CERTIFICATE)
        .map(
            file ->
                ClientCertificate.read(
                    file,
                    settings
                        .secret(Setting.CLIENT_CERTIFICATE_PASSWORD)
                        .orElseGet(() -> new char[0])));
  }

  /**
   * Has the gateway reached in this way.
   *
   * @throws Failure if something about it is missing or not allowed
   */
  void applyTo(HttpCodeGatewayBuilder gateway) {
    issuers().ifPresent(gateway::trusting);
    certificate().ifPresent(it -> gateway.clientCertificate(it.store(), it.password()));
    settings.findFile(Setting.HEADERS).ifPresent(file -> HeadersFile.read(file).addTo(gateway));
    reuse().ifPresent(gateway::connectionReuse);
    applyAgentToken(gateway);
    applyProxy(gateway);
  }

  /**
   * Makes sure of what can be told without a file and without the gateway.
   *
   * @throws Failure if something about it is missing or not allowed
   */
  void requireWellFormed() {
    address();
    proxy();
    proxyUser();
    reuse();
  }

  private Optional<ConnectionReuse> reuse() {
    return settings.find(Setting.CONNECTION_REUSE, Transport::reuse);
  }

  private static ConnectionReuse reuse(String text) {
    return Arrays.stream(ConnectionReuse.values())
        .filter(reuse -> word(reuse).equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is none of http-2-only, never and always"));
  }

  private static String word(ConnectionReuse reuse) {
    return reuse.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void applyAgentToken(HttpCodeGatewayBuilder gateway) {
    try {
      settings.secret(Setting.AGENT_TOKEN).map(String::valueOf).ifPresent(gateway::agentToken);
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()),
          "Correct what the setting " + Setting.AGENT_TOKEN + " names.",
          refused);
    }
  }

  private void applyProxy(HttpCodeGatewayBuilder gateway) {
    Optional<PasswordAuthentication> login = login();
    proxy()
        .map(it -> InetSocketAddress.createUnresolved(it.host(), it.port()))
        .ifPresent(
            address ->
                login.ifPresentOrElse(
                    it -> gateway.proxy(address, it), () -> gateway.proxy(address)));
  }

  private Optional<PasswordAuthentication> login() {
    if (settings.find(Setting.PROXY_USER).isEmpty()
        && settings.find(Setting.PROXY_PASSWORD).isEmpty()) {
      return Optional.empty();
    }
    settings.requireAll(Setting.PROXY, Setting.PROXY_USER, Setting.PROXY_PASSWORD);
    return Optional.of(
        new PasswordAuthentication(
            proxyUser().orElseThrow(), settings.secret(Setting.PROXY_PASSWORD).orElseThrow()));
  }

  private Optional<String> proxyUser() {
    return settings.find(Setting.PROXY_USER, Transport::user);
  }

  private static String user(String text) {
    if (text.indexOf(':') >= 0) {
      throw new IllegalArgumentException("the user of a proxy has no colon");
    }
    return text;
  }
}
