package dev.paycode.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The holders that are worth keeping, each changed atomically. */
final class KeptHolders {

  private final Cache<CodeHolder, Kept> cache;
  private final int most;

  private KeptHolders(Cache<CodeHolder, Kept> cache, int most) {
    this.cache = cache;
    this.most = most;
  }

  static KeptHolders atMost(int most, InstantSource clock) {
    return new KeptHolders(
        Caffeine.newBuilder()
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .expireAfter(
                Expiry.writing((CodeHolder holder, Kept kept) -> timeLeft(kept, clock.instant())))
            .executor(Runnable::run)
            .build(),
        most);
  }

  private static Duration timeLeft(Kept kept, Instant now) {
    Duration left = Duration.between(now, kept.forgettableAt());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Quietly: a look does not change when a holder is forgotten, so nobody has to hear of it. */
  Kept find(CodeHolder holder) {
    Kept kept = cache.policy().getIfPresentQuietly(holder);
    return kept == null ? Kept.NOTHING : kept;
  }

  /**
   * Changes what is kept of the holder, be it nothing, and answers with what is kept then.
   *
   * @throws StoreUnavailableException if there is no room for another holder
   */
  Kept change(CodeHolder holder, UnaryOperator<Kept> change) {
    if (isFull()) {
      cache.cleanUp();
    }
    Kept now = cache.asMap().compute(holder, (same, before) -> changed(before, change));
    return now == null ? Kept.NOTHING : now;
  }

  private @Nullable Kept changed(@Nullable Kept before, UnaryOperator<Kept> change) {
    if (before != null) {
      return change.apply(before);
    }
    Kept after = change.apply(Kept.NOTHING);
    if (after.equals(Kept.NOTHING)) {
      return null;
    }
    if (isFull()) {
      throw new StoreUnavailableException(
          "The store in memory has no room for another holder: it keeps " + most + " already",
          new IllegalStateException("full"));
    }
    return after;
  }

  /** Changes what is kept of the holder, if anything is. */
  void changeKept(CodeHolder holder, UnaryOperator<Kept> change) {
    cache.asMap().computeIfPresent(holder, (same, before) -> change.apply(before));
  }

  void forEach(Consumer<Kept> visitor) {
    cache.asMap().values().forEach(visitor);
  }

  /** Forgets whom time has passed over, and answers with how many they were. */
  long purge() {
    long before = cache.estimatedSize();
    cache.cleanUp();
    return Math.max(0, before - cache.estimatedSize());
  }

  private boolean isFull() {
    return cache.estimatedSize() >= most;
  }

  @Override
  public String toString() {
    return cache.estimatedSize() + " of " + most + " holders";
  }
}
