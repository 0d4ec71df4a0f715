package dev.paycode.cli;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.request.CodeRequest;
import dev.paycode.signing.RsaKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStoreException;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.time.InstantSource;

/** Examines a set-up, from the settings to one signed call. */
final class Doctor {

  private static final String SETTINGS = "settings";
  private static final String PRIVATE_KEY = "private key";
  private static final String ALIPAY_KEY = "Alipay+'s key";
  private static final String TWO_KEYS = "two keys";
  private static final String ISSUERS = "trust store";
  private static final String NAME = "name (DNS)";
  private static final String CONNECTION = "connection";
  private static final String TLS = "TLS";
  private static final String CALL = "signed call";
  private static final String CLOCK = "clock";
  private static final String RESULT = "result";

  private final Sessions sessions;
  private final InstantSource clock;

  @Inject
  Doctor(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * What is found with these settings.
   *
   * @param request what the one call asks for; its codes are thrown away
   */
  DoctorReport examine(Settings settings, CodeRequest request) throws InterruptedException {
    Examination examination = new Examination();
    examination.make(SETTINGS, () -> complete(settings));
    examineKeys(examination, settings);
    examineNetwork(examination, settings);
    examineCall(
        examination,
        new SignedCall(() -> sessions.gateway(settings), request, clock),
        isProxied(settings) ? CONNECTION : TLS);
    return examination.report(Sessions.provider());
  }

  private static String complete(Settings settings) {
    Sessions.requireComplete(settings);
    Transport transport = new Transport(settings);
    transport.requireWellFormed();
    return transport.address()
        + (" is called as " + settings.require(Setting.CLIENT_ID, ClientId::parse))
        + (", key version "
            + settings.find(Setting.KEY_VERSION, KeyVersion::parse).orElse(KeyVersion.FIRST))
        + ".";
  }

  private static void examineKeys(Examination examination, Settings settings)
      throws InterruptedException {
    examination.make(
        PRIVATE_KEY,
        () -> bits(settings.privateKey()) + "; nobody but its owner can read it.",
        SETTINGS);
    examination.make(ALIPAY_KEY, () -> bits(alipayKey(settings)) + ".", SETTINGS);
    examination.make(
        TWO_KEYS,
        () -> {
          RsaKeys.requireForeign(alipayKey(settings), settings.privateKey());
          return "They belong to different pairs, as they must.";
        },
        PRIVATE_KEY,
        ALIPAY_KEY);
  }

  private static PublicKey alipayKey(Settings settings) {
    return RsaKeys.readPublic(settings.requireFile(Setting.ALIPAY_PUBLIC_KEY));
  }

  private static String bits(Key key) {
    return key instanceof RSAKey rsa ? "RSA, " + rsa.getModulus().bitLength() + " bits" : "RSA";
  }

  private static void examineNetwork(Examination examination, Settings settings)
      throws InterruptedException {
    Transport transport = new Transport(settings);
    examination.make(ISSUERS, () -> issuers(settings), SETTINGS);
    examination.make(NAME, () -> resolved(next(transport)), SETTINGS);
    examination.make(CONNECTION, () -> reached(next(transport)), NAME);
    if (isProxied(settings)) {
      examination.leaveOut(TLS, "The proxy is between; the signed call checks it on its way.");
    } else {
      examination.make(
          TLS, () -> new TlsCheck(next(transport), transport).examine(), CONNECTION, ISSUERS);
    }
  }

  private static boolean isProxied(Settings settings) {
    return settings.find(Setting.PROXY).isPresent();
  }

  /** What this machine connects with on the way to the gateway. */
  private static Endpoint next(Transport transport) {
    return transport.proxy().orElseGet(() -> Endpoint.of(transport.address()));
  }

  private static String issuers(Settings settings) {
    return settings
        .findFile(Setting.TRUST_STORE)
        .map(Doctor::count)
        .orElse("The issuers that this Java trusts are trusted.");
  }

  private static String count(Path file) {
    try {
      int number = IssuersFile.read(file).size();
      return "Nobody is trusted but "
          + (number == 1 ? "the issuer" : number + " issuers")
          + " in it.";
    } catch (KeyStoreException impossible) {
      throw new IllegalStateException("a key store that was just filled is not loaded", impossible);
    }
  }

  private static String resolved(Endpoint endpoint) throws InterruptedException {
    String first = endpoint.addresses().get(0).getHostAddress();
    return first.equals(endpoint.host())
        ? "None is needed for an address."
        : "The " + endpoint.role() + " " + endpoint.host() + " has the address " + first + ".";
  }

  private static String reached(Endpoint endpoint) throws InterruptedException {
    try (Socket socket = endpoint.connected()) {
      return "The "
          + endpoint.role()
          + " answers at port "
          + endpoint.port()
          + " of "
          + socket.getInetAddress().getHostAddress()
          + ".";
    } catch (IOException closing) {
      throw new IllegalStateException("a connection that was just made cannot be closed", closing);
    }
  }

  /**
   * @param way the last check of the way to the gateway that can be made
   */
  private static void examineCall(Examination examination, SignedCall call, String way)
      throws InterruptedException {
    examination.make(CALL, call::answer, TWO_KEYS, ISSUERS, way);
    examination.make(CLOCK, call::clock, CALL);
    examination.make(RESULT, call::result, CALL);
  }
}
