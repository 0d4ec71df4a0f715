package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Shows a code once: as text that scrolls with the rest, or as picture files. */
final class OneFrame {

  private final InstantSource clock;
  private final Streams streams;

  @Inject
  OneFrame(InstantSource clock, Streams streams) {
    this.clock = clock;
    this.streams = streams;
  }

  /** Prints the frame. */
  void print(Showing.Code showing, Session session, Screen screen, LastAttempt lastAttempt) {
    Scene.Look masked = new Scene.Look(screen.viewport().scrolling(), false, false);
    new CodeScene(CodeFrame.of(screen.paint(), session.isSandbox()), showing, lastAttempt)
        .lines(clock.instant(), masked)
        .forEach(streams.out()::println);
  }

  /**
   * Writes the files, and tells of them.
   *
   * @throws Failure if one cannot be written
   */
  void write(Showing.Code showing, Session session, List<PictureFile> files) {
    PrintSheet sheet = PrintSheet.of(showing.presentation().code());
    for (PictureFile file : files) {
      file.write(sheet);
      streams
          .out()
          .printf(
              "%s: code %s, valid until %s%n",
              file.path(), showing.presentation().code(), showing.presentation().expiry());
    }
    if (session.isSandbox()) {
      streams.out().println(CodeFrame.SANDBOX);
    }
  }
}
