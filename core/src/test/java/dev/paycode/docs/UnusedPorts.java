package dev.paycode.docs;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ports that are wired but not called. */
final class UnusedPorts implements CodeSchedules, RefillLeases {

  @Override
  public CodeSchedule find(CodeHolder holder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(RefillLease lease) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long supersede(CodeHolder holder) {
    throw new UnsupportedOperationException();
  }
}
