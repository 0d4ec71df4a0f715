/**
 * Payment codes for mobile wallets: a pure domain with ports, without any runtime dependency.
 *
 * <p>Open {@link dev.paycode.usecase.UseCases} to have everything done, {@link
 * dev.paycode.handling.ResultHandling} to drive the state machine yourself, {@link
 * dev.paycode.code.CodeSchedule} to keep codes yourself.
 */
module dev.paycode {
  requires static transitive org.jspecify;

  exports dev.paycode.code;
  exports dev.paycode.request;
  exports dev.paycode.result;
  exports dev.paycode.message;
  exports dev.paycode.handling;
  exports dev.paycode.port.in;
  exports dev.paycode.port.out;
  exports dev.paycode.usecase;
}
