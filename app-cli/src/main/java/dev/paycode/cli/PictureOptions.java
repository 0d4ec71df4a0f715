package dev.paycode.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Into which files the code's picture goes. */
final class PictureOptions {

  private final List<PictureFile> files = new ArrayList<>();

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = {
        "Write both symbols into a PNG file of 300 dpi in the sizes Alipay+ asks for, and end. The"
            + " file has mode 600 and is written over without asking: until the code expires,"
            + " whoever reads it can spend with it."
      })
  void png(Path path) {
    files.add(new PictureFile(path, PictureFormat.PNG));
  }

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "The same as an SVG file; both may be given, for one code.")
  void svg(Path path) {
    files.add(new PictureFile(path, PictureFormat.SVG));
  }

  /** The files, none if the user asked for none. */
  List<PictureFile> files() {
    return List.copyOf(files);
  }
}
