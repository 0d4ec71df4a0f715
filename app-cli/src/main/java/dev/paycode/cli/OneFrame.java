package dev.paycode.cli;

import dev.paycode.port.in.Showing;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Shows a code once: as text that scrolls with the rest, or as picture files. */
final class OneFrame {

  private final InstantSource clock;

  @Inject
  OneFrame(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The lines of the frame, as wide as the screen at most.
   *
   * @param scene the code in its frame
   */
  List<String> lines(Scene scene, Screen screen, boolean revealed) {
    return scene.lines(
        clock.instant(), new Scene.Look(screen.viewport().scrolling(), revealed, false));
  }

  /**
   * Writes the files; a line that tells of each.
   *
   * @throws Failure if one cannot be written
   */
  static List<String> write(Showing.Code showing, List<PictureFile> files, String digits) {
    PrintSheet sheet = PrintSheet.of(showing.presentation().code());
    return files.stream()
        .map(
            file -> {
              file.write(sheet);
              return file.path()
                  + (": code " + digits)
                  + (", valid until " + showing.presentation().expiry());
            })
        .toList();
  }
}
