package dev.paycode.cli.fleet;

import dev.paycode.code.CodeSchedule;
import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.StoreStatus;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A store that is asked again where a busy machine makes it too slow to answer in time. */
record PatientStore(CodeStore store) implements CodeStore {

  private static <T> T answer(Supplier<T> question) {
    while (true) {
      try {
        return question.get();
      } catch (StoreUnavailableException slow) {
        // that it never answers ends the run of the tests
      }
    }
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    return answer(() -> store.find(holder));
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    return answer(() -> store.update(holder, change));
  }

  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    return answer(() -> store.acquire(holder, length));
  }

  @Override
  public void release(RefillLease lease) {
    answer(
        () -> {
          store.release(lease);
          return lease;
        });
  }

  @Override
  public long supersede(CodeHolder holder) {
    return answer(() -> store.supersede(holder));
  }

  @Override
  public StoreStatus status() {
    return answer(store::status);
  }

  @Override
  public long purge() {
    return answer(store::purge);
  }
}
