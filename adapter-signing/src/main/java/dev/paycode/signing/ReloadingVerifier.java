package dev.paycode.signing;

import static java.util.Objects.requireNonNull;

import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Verifies with Alipay+'s public keys in a file, and with those that take their place while it runs
 * (protocol.md §2).
 *
 * <pre>{@code
 * MessageVerifier verifier =
 *     ReloadingVerifier.watching(Path.of("alipayplus.keys"))
 *         .foreignTo(ours)
 *         .telling(refused -> alarm(refused.getMessage()))
 *         .build();
 * }</pre>
 *
 * The file holds one key in any form that {@link RsaKeys} reads, for every version; or, to rotate
 * without a gap, a line {@code version=Base64} for each version, where {@code #} begins a comment:
 *
 * <pre>{@code
 * # since 2023, until all servers of Alipay+ sign with 2
 * 1=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC…
 * 2=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC…
 * }</pre>
 *
 * At most once a second a verification looks whether the content has changed; nothing runs between
 * verifications. A file that is missing or cannot be used changes nothing: the keys read last stay,
 * and the fault is told once. Replace the file in one step, by renaming another one to its name.
 *
 * <p>Safe for use by many threads, without locks of its own.
 */
public final class ReloadingVerifier implements MessageVerifier {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Builder options;
  private final AtomicReference<Held> held;

  private ReloadingVerifier(Builder options, Held first) {
    this.options = options;
    this.held = new AtomicReference<>(first);
  }

  /** The options of a verifier with the keys in this file. */
  public static Builder watching(Path file) {
    return new Builder(file);
  }

  /** What to watch, and how; not safe for use by many threads. */
  public static final class Builder {

    private final Path file;
    private final List<PrivateKey> ours = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private Consumer<? super UnusableKeyException> listener = refused -> {};

    private Builder(Path file) {
      this.file = requireNonNull(file, "file");
    }

    /** Refuses the public half of this key, the wallet's own; repeat it for several own keys. */
    public Builder foreignTo(PrivateKey own) {
      ours.add(requireNonNull(own, "own"));
      return this;
    }

    /** Tells when a second is over; the system's clock unless given. */
    public Builder clock(InstantSource other) {
      clock = requireNonNull(other, "clock");
      return this;
    }

    /**
     * Whom to tell of a file that cannot be used, on the thread that found it out; nobody unless
     * given. What the listener throws is dropped.
     */
    public Builder telling(Consumer<? super UnusableKeyException> other) {
      listener = requireNonNull(other, "listener");
      return this;
    }

    /**
     * The verifier.
     *
     * @throws UnusableKeyException if the file cannot be used now
     */
    public ReloadingVerifier build() {
      Builder options = copy();
      Sight first = Sight.of(file);
      return new ReloadingVerifier(
          options, new Held(options.verifier(first), first, clock.instant()));
    }

    private Builder copy() {
      Builder copy = new Builder(file).clock(clock).telling(listener);
      ours.forEach(copy::foreignTo);
      return copy;
    }

    private RsaVerifier verifier(Sight sight) {
      return PublicKeyFile.verifier(
          sight.source(), RsaProvider.fastest(), new PublicKeyFile.Foreign(ours));
    }
  }

  /**
   * The keys in use.
   *
   * @param verifier with the keys
   * @param sight what the file was when it was last looked at, usable or not
   * @param seen when that was
   */
  private record Held(RsaVerifier verifier, Sight sight, Instant seen) {

    /** A clock that was set back counts as well as one that has gone on. */
    boolean isDue(Instant now) {
      Duration age = Duration.between(seen, now);
      return age.isNegative() || age.compareTo(INTERVAL) >= 0;
    }
  }

  @Override
  public Verdict verify(SignedContent content, SignatureHeader header) {
    return current().verify(content, header);
  }

  private RsaVerifier current() {
    Held before = held();
    Instant now = options.clock.instant();
    if (!before.isDue(now)) {
      return before.verifier();
    }
    Held looking = new Held(before.verifier(), before.sight(), now);
    if (held.compareAndSet(before, looking)) {
      look(looking);
    }
    return held().verifier();
  }

  private Held held() {
    return requireNonNull(held.get());
  }

  /** Where a slow look has been overtaken by a later one, the later one's keys stay. */
  private void look(Held looking) {
    Sight sight = Sight.of(options.file);
    if (sight.equals(looking.sight())) {
      return;
    }
    try {
      held.compareAndSet(looking, new Held(options.verifier(sight), sight, looking.seen()));
    } catch (UnusableKeyException refused) {
      held.compareAndSet(looking, new Held(looking.verifier(), sight, looking.seen()));
      tell(refused);
    }
  }

  private void tell(UnusableKeyException refused) {
    try {
      options.listener.accept(refused);
    } catch (RuntimeException ignored) {
      // a reply that can be verified must be, whatever happens to the alarm
    }
  }
}
