package dev.paycode.cli;

import dev.paycode.handling.Outcome;
import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeRequest;
import dev.paycode.usecase.UseCases;

/** The use cases over one gateway, for as long as a command runs. */
final class Session implements AutoCloseable {

  private final UseCases useCases;
  private final boolean sandbox;
  private final Runnable end;

  Session(UseCases useCases, boolean sandbox, Runnable end) {
    this.useCases = useCases;
    this.sandbox = sandbox;
    this.end = end;
  }

  Outcome obtain(CodeRequest request) {
    return useCases.obtain().obtain(request);
  }

  Showing present(CodeRequest request) {
    return useCases.present().present(request);
  }

  /** Whether the codes pay for nothing. */
  boolean isSandbox() {
    return sandbox;
  }

  @Override
  public void close() {
    end.run();
  }
}
