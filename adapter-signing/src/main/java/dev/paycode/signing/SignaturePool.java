package dev.paycode.signing;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Signature objects made ready for one key and handed from call to call: making one ready costs a
 * native provider up to a fifth of a verification.
 *
 * <p>Safe for use by many threads and free of locks: a thread whose place is empty makes its own.
 */
final class SignaturePool {

  /** A power of two, about twice the processors of the larger machines this runs on. */
  private static final int PLACES = 64;

  /** Makes a signature object ready for a key. */
  @FunctionalInterface
  interface Maker {
    Signature make() throws GeneralSecurityException;
  }

  /** What is done with a signature object, up to and including its last call. */
  @FunctionalInterface
  interface Use<T> {
    T apply(Signature signature) throws GeneralSecurityException;
  }

  private final AtomicReferenceArray<@Nullable Signature> idle = new AtomicReferenceArray<>(PLACES);
  private final Maker maker;

  SignaturePool(Maker maker) {
    this.maker = maker;
  }

  /** What the use answers. An object whose use threw is dropped, for nobody knows its state. */
  <T> T use(Use<T> use) throws GeneralSecurityException {
    int place = System.identityHashCode(Thread.currentThread()) & (PLACES - 1);
    Signature taken = idle.getAndSet(place, null);
    Signature signature = taken == null ? maker.make() : taken;
    T answer = use.apply(signature);
    idle.set(place, signature);
    return answer;
  }
}
