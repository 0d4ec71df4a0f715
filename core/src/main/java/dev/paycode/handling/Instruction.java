package dev.paycode.handling;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What whoever drives a {@link ResultHandling} has to do next. Immutable. */
public sealed interface Instruction {

  /** The answer of whoever follows instructions, one method for each kind. */
  interface Cases<T> {
    /** Call {@link ResultHandling#start}. */
    T start(Start instruction);

    /** Send the request and call {@link ResultHandling#received} with what comes back. */
    T send(Send instruction);

    /** Wait, then call {@link ResultHandling#timeReached}. */
    T waitUntil(WaitUntil instruction);

    /** Hand the outcome to the caller. */
    T finish(Finish instruction);
  }

  /** What {@code cases} says of this kind of instruction. */
  <T> T fold(Cases<T> cases);

  /** Begin. */
  record Start() implements Instruction {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.start(this);
    }
  }

  /**
   * Send the request: byte for byte the same body each time, a fresh Request-Time and signature.
   *
   * @param attempt which attempt, from 1
   * @param until when to abandon the attempt
   */
  record Send(int attempt, Instant until) implements Instruction {

    /** Refuses null. */
    public Send {
      requireNonNull(until, "until");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.send(this);
    }
  }

  /**
   * Withdraw a retry from the budget, then wait.
   *
   * @param due when the next attempt may start
   */
  record WaitUntil(Instant due) implements Instruction {

    /** Refuses null. */
    public WaitUntil {
      requireNonNull(due, "due");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.waitUntil(this);
    }
  }

  /**
   * Nothing more to do.
   *
   * @param outcome how it ended
   */
  record Finish(Outcome outcome) implements Instruction {

    /** Refuses null. */
    public Finish {
      requireNonNull(outcome, "outcome");
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.finish(this);
    }
  }
}
