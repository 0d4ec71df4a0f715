package dev.paycode.cli.fleet;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.request.CodeHolder;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A store of which each code is reported as soon as it has confirmed that it keeps it. */
record ConfirmedCodes(CodeSchedules store, Reporting reporting) implements CodeSchedules {

  @Override
  public CodeSchedule find(CodeHolder holder) {
    return store.find(holder);
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    Instant begun = Report.now();
    AtomicReference<CodeSchedule> before = new AtomicReference<>(CodeSchedule.empty());
    CodeSchedule kept =
        store.update(
            holder,
            held -> {
              before.set(held);
              return change.apply(held);
            });
    Set<IssuedCode> added = new HashSet<>(kept.codes());
    before.get().codes().forEach(added::remove);
    added.forEach(
        code -> reporting.tell(Report.Kind.KEPT, begun, holder.customerId().value(), code.code()));
    return kept;
  }
}
