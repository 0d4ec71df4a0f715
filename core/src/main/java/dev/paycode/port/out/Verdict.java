package dev.paycode.port.out;

import static java.util.Objects.requireNonNull;

import dev.paycode.handling.Cause;
import dev.paycode.message.KeyVersion;

/** What a verifier says of a signature. Immutable. */
public sealed interface Verdict {

  /** The answer of whoever asked for a verdict, one method for each kind. */
  interface Cases<T> {
    /** The bytes are Alipay+'s. */
    T verified(Verified verdict);

    /** Nobody knows whose bytes they are. */
    T distrusted(Distrusted verdict);
  }

  /** What {@code cases} says of this kind of verdict. */
  <T> T fold(Cases<T> cases);

  /**
   * The bytes are Alipay+'s.
   *
   * @param keyVersion the key that verified them
   */
  record Verified(KeyVersion keyVersion) implements Verdict {

    /** Refuses null. */
    public Verified {
      requireNonNull(keyVersion, "keyVersion");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.verified(this);
    }
  }

  /**
   * Nobody knows whose bytes they are.
   *
   * @param cause why, one of the untrusted causes
   */
  record Distrusted(Cause cause) implements Verdict {

    /**
     * @throws IllegalArgumentException if the cause is not an untrusted one
     */
    public Distrusted {
      if (cause.kind() != Cause.Kind.UNTRUSTED) {
        throw new IllegalArgumentException(cause + " is no reason for distrust");
      }
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.distrusted(this);
    }
  }
}
