package dev.paycode.usecase;

import dev.paycode.handling.ClockOffset;
import dev.paycode.handling.Reply;
import java.time.Instant;
import java.time.InstantSource;

/** The server's time, as far as its last signed answer proves a difference. Thread-safe. */
final class ServerClock {

  private final InstantSource local;
  private volatile ClockOffset offset = ClockOffset.NONE;

  ServerClock(InstantSource local) {
    this.local = local;
  }

  /** Takes the proof from a reply, if it is a signed answer. */
  void learn(Reply reply, Instant left, Instant arrived) {
    reply.signedTime().ifPresent(stamped -> offset = ClockOffset.between(left, arrived, stamped));
  }

  ClockOffset offset() {
    return offset;
  }

  Instant now() {
    return offset.serverTime(local.instant());
  }
}
