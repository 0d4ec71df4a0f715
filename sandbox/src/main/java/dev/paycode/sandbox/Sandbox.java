package dev.paycode.sandbox;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.PaymentCode;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A stand-in for Alipay+: an HTTP or HTTPS server on the loopback address that answers
 * getPaymentCode as protocol.md says. Its codes have the real shape and pay for nothing.
 *
 * <pre>{@code
 * SandboxKeys keys = SandboxKeys.generate();
 * try (Sandbox sandbox =
 *     Sandbox.start(SandboxOptions.of(keys, InstantSource.system(), new SecureRandom()))) {
 *   // POST to sandbox.uri() + "/aps/api/v1/codes/getPaymentCode", signed with keys.mppPrivateKey();
 *   // verify the answer with keys.alipayPublicKey()
 *   assertThat(sandbox.issued()).hasSize(10);
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Results come with HTTP status 200, in the order path, method, media type, size, client,
 *       signature header, key version, {@code Request-Time}, signature, body: the first thing wrong
 *       decides.
 *   <li>Every answer is signed, {@code INVALID_SIGNATURE} too; only {@link ScriptedCustomer}s ask
 *       for worse. It is signed for the client id that the request names, so that a client with the
 *       wrong id can believe that it has the wrong id.
 *   <li>{@code Request-Time} must be readable, but may be of any age: no allowed skew is known
 *       (protocol.md §1), and clocks of tests stand still.
 *   <li>A body of more than 64 KiB is {@code PARAM_ILLEGAL}.
 * </ul>
 *
 * <p>It speaks HTTP/1.1, over TLS if the options say so, and nothing else.
 *
 * <p>Safe for use by many threads. Its own threads are daemons; {@link #close()} ends them.
 */
public final class Sandbox implements AutoCloseable {

  private final SandboxOptions options;
  private final Transport transport;
  private final Listener listener;
  private final Ledger ledger = new Ledger();
  private final CallLog calls = new CallLog();
  private final Screenplay screenplay = new Screenplay();
  private final ScriptFailures scriptFailures = new ScriptFailures();

  private Sandbox(SandboxOptions options, Transport transport, Listener listener) {
    this.options = options;
    this.transport = transport;
    this.listener = listener;
  }

  /**
   * A running sandbox.
   *
   * @throws BindException if the port is in use; the message names it
   * @throws IOException if the server cannot be started for another reason
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    Transport transport = options.tls().map(Transport::tls).orElseGet(Transport::plain);
    Sandbox sandbox = new Sandbox(options, transport, listener(options.port(), transport));
    sandbox.listener.start(
        new Conversation(
            new Gateway(
                options,
                sandbox.ledger,
                sandbox.calls,
                sandbox.screenplay,
                sandbox.scriptFailures)));
    return sandbox;
  }

  private static Listener listener(int port, Transport transport) throws IOException {
    try {
      return Listener.on(port, transport);
    } catch (BindException inUse) {
      BindException named =
          new BindException(
              "port "
                  + port
                  + " cannot be used on 127.0.0.1; choose another, or 0 for any free one");
      named.initCause(inUse);
      throw named;
    }
  }

  /**
   * Where it listens, such as {@code http://127.0.0.1:54321}, or {@code https} with TLS: the
   * gateway's address, without path.
   */
  public URI uri() {
    return URI.create(transport.scheme() + "://127.0.0.1:" + listener.port());
  }

  /** The only client it knows. */
  public ClientId clientId() {
    return options.clientId();
  }

  /** The version of the client's key and of its own: it knows no other. */
  public KeyVersion keyVersion() {
    return options.keyVersion();
  }

  /**
   * The codes that left the sandbox, oldest first, the newest 100,000 of them; also those in
   * answers that no client should believe.
   */
  public List<Issuance> issued() {
    return ledger.issued();
  }

  /** Those of {@link #issued()} that were issued to this customer. */
  public List<Issuance> issuedTo(CustomerId customer) {
    requireNonNull(customer, "customer");
    return issued().stream().filter(line -> line.customer().equals(customer)).toList();
  }

  /** Where the ledger says of this code to whom and when it was issued; empty if it never was. */
  public Optional<Issuance> issuanceOf(PaymentCode code) {
    return ledger.find(requireNonNull(code, "code"));
  }

  /** The calls that were answered, also by a refusal, in that order; the newest 100,000 of them. */
  public List<SandboxCall> calls() {
    return calls.calls();
  }

  /**
   * Answers the next calls that nothing is wrong with by these scripts, one each, whoever calls;
   * those of earlier calls of this method come first.
   */
  public void answerNext(Script first, Script... more) {
    List<Script> scripts = new ArrayList<>(List.of(more));
    scripts.add(0, requireNonNull(first, "first"));
    screenplay.append(scripts);
  }

  /**
   * Answers calls like these by this script from now on, if nothing is wrong with them. What {@link
   * #answerNext} says comes before, and of two such rules the newer one.
   */
  public void answer(Predicate<CodeRequest> whom, Script script) {
    screenplay.add(requireNonNull(whom, "whom"), requireNonNull(script, "script"));
  }

  /**
   * Forgets what {@link #answerNext} and {@link #answer} said, and {@link #scriptFailures}; the
   * ledger and the calls stay.
   */
  public void answerAsUsual() {
    screenplay.clear();
    scriptFailures.clear();
  }

  /**
   * What the functions given to {@link Script} and {@link #answer} have thrown, oldest first, the
   * first 100 of it: a mistake in the test, or an assertion within such a function that failed. The
   * call was answered with HTTP 500, unsigned, and is called {@code SCRIPT-FAILED} among the {@link
   * #calls}. The extension for JUnit lets the test fail for it.
   */
  public List<Throwable> scriptFailures() {
    return scriptFailures.failures();
  }

  /** The keys of both sides. */
  public SandboxKeys keys() {
    return options.keys();
  }

  /**
   * Writes everything a client needs into {@code client.properties} and the files it names, all
   * with mode 600, over those of an earlier run of a sandbox: {@code mpp-private-key.pem}, {@code
   * mpp-public-key.pem}, {@code alipay-public-key.pem}, and with TLS {@code ca.pem}, the issuer to
   * trust. Each file appears complete or not at all; a symbolic link in its place is replaced,
   * never followed.
   *
   * @param directory made with mode 700 if it is missing
   * @return the path of {@code client.properties}
   * @throws java.nio.file.FileAlreadyExistsException if a file of such a name is there and no
   *     {@code client.properties} that a sandbox wrote: it may be somebody's real key, and stays as
   *     it is
   * @throws IOException if a file cannot be written
   * @throws UnsupportedOperationException if the file system has no POSIX permissions
   */
  public Path writeClientFiles(Path directory) throws IOException {
    return ClientFiles.write(directory, uri(), options);
  }

  /** Frees the port, ends every connection and thread. A second call does nothing. */
  @Override
  public void close() {
    listener.close();
  }

  @Override
  public String toString() {
    return "Sandbox[" + uri() + "]";
  }
}
