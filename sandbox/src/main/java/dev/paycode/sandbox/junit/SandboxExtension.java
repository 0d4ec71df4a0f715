package dev.paycode.sandbox.junit;

import static java.util.Objects.requireNonNull;

import dev.paycode.sandbox.Sandbox;
import dev.paycode.sandbox.SandboxKeys;
import dev.paycode.sandbox.SandboxOptions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link Sandbox} for tests, and hands it to them.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class WalletTest {
 *   @Test
 *   void a_refusal_is_final(Sandbox sandbox, SandboxKeys keys) {
 *     sandbox.answerNext(Script.result(SpecifiedCode.PROCESS_FAIL));
 *     // call sandbox.uri(), sign with keys.mppPrivateKey(), verify with keys.alipayPublicKey()
 *   }
 * }
 * }</pre>
 *
 * <p>For other options than the defaults, register an instance by {@code @RegisterExtension}. On a
 * class or in a static field, one sandbox serves all tests of the class and of those nested in it,
 * and forgets after each test what the test told it to answer; its ledger and calls go on. In an
 * instance field, each test has a sandbox of its own.
 *
 * <p>A test fails if a script or rule threw something while it ran ({@link
 * Sandbox#scriptFailures()}).
 *
 * <p>Methods may have parameters of the types {@link Sandbox} and {@link SandboxKeys}, and so may
 * constructors unless the extension is in an instance field.
 */
@SuppressWarnings("exports") // a transitive JUnit would be required of those who use no JUnit
public final class SandboxExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private final SandboxOptions options;

  /** A sandbox with fresh keys, the system's clock, random codes and plain HTTP on a free port. */
  public SandboxExtension() {
    this(SandboxOptions.of(SandboxKeys.generate(), InstantSource.system(), new SecureRandom()));
  }

  private SandboxExtension(SandboxOptions options) {
    this.options = options;
  }

  /** A sandbox with these options, such as TLS or a clock that the tests move. */
  public static SandboxExtension with(SandboxOptions options) {
    return new SandboxExtension(requireNonNull(options, "options"));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    startIfNoneRuns(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    startIfNoneRuns(context);
  }

  private void startIfNoneRuns(ExtensionContext context) throws IOException {
    if (running(context).isEmpty()) {
      store(context).put(Sandbox.class, Sandbox.start(options));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Throwable> thrown = scriptFailures(context);
    running(context).ifPresent(Sandbox::answerAsUsual);
    closeOwn(context);
    requireNone(thrown);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    List<Throwable> thrown = scriptFailures(context);
    closeOwn(context);
    requireNone(thrown);
  }

  private List<Throwable> scriptFailures(ExtensionContext context) {
    return running(context).map(Sandbox::scriptFailures).orElse(List.of());
  }

  /** The sandbox's threads have nobody who would hear of it; the test has. */
  private static void requireNone(List<Throwable> thrown) {
    if (!thrown.isEmpty()) {
      AssertionError failure =
          new AssertionError(
              "a script or rule of the sandbox threw " + thrown.get(0), thrown.get(0));
      thrown.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }

  /** The one that was started in this context, and not in one around it. */
  private void closeOwn(ExtensionContext context) {
    Optional.ofNullable(store(context).remove(Sandbox.class, Sandbox.class))
        .ifPresent(Sandbox::close);
  }

  private Optional<Sandbox> running(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(Sandbox.class, Sandbox.class));
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(ExtensionContext.Namespace.create(SandboxExtension.class, this));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class || type == SandboxKeys.class;
  }

  /**
   * @throws ParameterResolutionException if the sandbox cannot be started
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SandboxKeys.class
        ? options.keys()
        : running(context).orElseGet(() -> started(context));
  }

  /** A constructor may come before everything else. */
  private Sandbox started(ExtensionContext context) {
    try {
      startIfNoneRuns(context);
      return running(context).orElseThrow();
    } catch (IOException failure) {
      throw new ParameterResolutionException("the sandbox cannot be started", failure);
    }
  }
}
