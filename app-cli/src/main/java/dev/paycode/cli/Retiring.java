package dev.paycode.cli;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.persistence.CodeStore;
import dev.paycode.port.in.RetirePaymentCodes;
import dev.paycode.request.CodeHolder;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Retires what is kept for a holder, all of it or one code that the user has seen the end of. */
final class Retiring {

  private static final int SHORTEST_ENDING = 4;

  private final TimeAndChance time;

  @Inject
  Retiring(TimeAndChance time) {
    this.time = time;
  }

  /**
   * Retires, and answers with how much.
   *
   * @param ending the last digits of the one code; all without
   * @throws Failure if the ending is too short, or not that of exactly one code
   */
  RetireReport of(CodeHolder holder, Optional<String> ending, OpenStore open) {
    CodeStore store = open.store();
    List<PaymentCode> held = unexpired(store, holder);
    Optional<PaymentCode> one = ending.map(digits -> theOne(held, digits));
    RetirePaymentCodes retire = over(store);
    one.ifPresentOrElse(code -> retire.retire(holder, code), () -> retire.retireAll(holder));
    return new RetireReport(open.address().toString(), one.isPresent() ? 1 : held.size());
  }

  private List<PaymentCode> unexpired(CodeStore store, CodeHolder holder) {
    return store.find(holder).prune(time.clock().instant()).codes().stream()
        .map(IssuedCode::code)
        .toList();
  }

  private static PaymentCode theOne(List<PaymentCode> held, String ending) {
    if (!ending.matches("[0-9]{" + SHORTEST_ENDING + ",}")) {
      throw Failure.invalid(
          "the ending of a code is its last " + SHORTEST_ENDING + " digits or more",
          "Give them as they are shown, with --ending.");
    }
    List<PaymentCode> matching =
        held.stream().filter(code -> code.reveal().endsWith(ending)).toList();
    if (matching.size() != 1) {
      throw Failure.invalid(
          (matching.isEmpty() ? "none" : matching.size())
              + (" of the " + held.size() + " kept codes ends so"),
          "Check the digits, the customer, the region and the device; or leave --ending out to"
              + " retire all.");
    }
    return matching.get(0);
  }

  /** Nothing is asked of any gateway here. */
  private RetirePaymentCodes over(CodeStore store) {
    return UseCases.over(
            request -> {
              throw new IllegalStateException("Paycode bug: retiring asks for codes");
            },
            store,
            store,
            time)
        .build()
        .retire();
  }
}
