package dev.paycode.usecase;

import dev.paycode.code.PaymentCode;
import dev.paycode.port.in.RetirePaymentCodes;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;

/** Marks codes in the store, where every server sees it. */
final class RetireService implements RetirePaymentCodes {

  private final CodeSchedules schedules;
  private final RefillLeases leases;

  RetireService(CodeSchedules schedules, RefillLeases leases) {
    this.schedules = schedules;
    this.leases = leases;
  }

  @Override
  public void retire(CodeHolder holder, PaymentCode code) {
    schedules.update(holder, held -> held.without(code));
  }

  @Override
  public void retireAll(CodeHolder holder) {
    long fencingToken = leases.supersede(holder);
    schedules.update(holder, held -> held.withoutAll(fencingToken));
  }
}
