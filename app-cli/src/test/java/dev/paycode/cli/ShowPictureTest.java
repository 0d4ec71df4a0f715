package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowPictureTest {

  private static final Pattern SIZE =
      Pattern.compile("width=\"([0-9.]+)mm\" height=\"([0-9.]+)mm\" viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern BOX = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");

  private final HandMovedTime time = new HandMovedTime();
  private final Cli cli = Cli.onTerminal(time, 120, 40);

  @TempDir private Path directory;
  private RunningSandbox sandbox;
  private Path png;
  private Path svg;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox = RunningSandbox.start(time, Files.createDirectory(directory.resolve("sandbox")));
    png = directory.resolve("code.png");
    svg = directory.resolve("code.svg");
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  @Test
  void a_scanner_reads_both_symbols_in_the_png() throws IOException, NotFoundException {
    assertThat(show("--png", png)).isZero();

    Raster picture = Raster.of(ImageIO.read(png.toFile()));
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(digits());
    assertThat(picture.find(BarcodeFormat.QR_CODE)).isEqualTo(digits());
  }

  @Test
  void the_png_states_300_dots_per_inch() throws IOException {
    show("--png", png);

    byte[] bytes = Files.readAllBytes(png);
    int chunk = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
    ByteBuffer size = ByteBuffer.wrap(bytes, chunk, 9);
    assertThat(List.of(size.getInt(), size.getInt(), (int) size.get()))
        .containsExactly(11811, 11811, 1);
  }

  @Test
  void a_scanner_reads_both_symbols_in_the_svg() throws IOException, NotFoundException {
    assertThat(show("--svg", svg)).isZero();

    String text = Files.readString(svg);
    Matcher size = SIZE.matcher(text);
    assertThat(size.find()).isTrue();
    Raster picture =
        Raster.of(
            Integer.parseInt(size.group(3)), Integer.parseInt(size.group(4)), boxes(text).toList());
    assertThat(picture.find(BarcodeFormat.CODE_128)).isEqualTo(digits());
    assertThat(picture.find(BarcodeFormat.QR_CODE)).isEqualTo(digits());
  }

  @Test
  void the_svg_states_its_size_in_millimetres_at_300_units_per_inch() throws IOException {
    show("--svg", svg);

    Matcher size = SIZE.matcher(Files.readString(svg));
    assertThat(size.find()).isTrue();
    assertThat(size.toMatchResult())
        .extracting(found -> found.group(1), found -> found.group(3))
        .containsExactly("63.331", "748");
  }

  @Test
  void no_digits_are_written_or_printed() throws IOException {
    show("--svg", svg);

    assertThat(Files.readString(svg)).doesNotContain(digits());
    assertThat(cli.out())
        .isEqualTo(
            svg
                + ": code ********************"
                + digits().substring(20)
                + ", valid until 2024-06-01T12:01:00Z\nSandbox codes pay for nothing.\n");
  }

  @Test
  void a_quiet_command_leaves_out_the_remark() {
    cli.run("show", "--quiet", "--config", sandbox.config(), "--svg", svg.toString());

    assertThat(cli.out().lines()).singleElement().asString().startsWith(svg + ": code ****");
  }

  @Test
  void both_files_hold_one_code_and_no_more_is_asked_for() throws IOException, NotFoundException {
    cli.run("show", "--config", sandbox.config(), "--png", png.toString(), "--svg", svg.toString());

    assertThat(sandbox.digits()).hasSize(1);
    assertThat(svg).exists();
    assertThat(Raster.of(ImageIO.read(png.toFile())).find(BarcodeFormat.QR_CODE))
        .isEqualTo(digits());
  }

  @Test
  void a_file_that_is_written_over_becomes_its_owners_alone() throws IOException {
    Files.writeString(png, "a holiday picture");
    Files.setPosixFilePermissions(png, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(show("--png", png)).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(png)))
        .isEqualTo("rw-------");
    assertThat(ImageIO.read(png.toFile())).isNotNull();
  }

  @Test
  void nothing_else_is_left_in_the_directory() throws IOException {
    show("--png", png);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(png, directory.resolve("sandbox"));
    }
  }

  @Test
  void a_link_in_its_place_is_refused_and_not_followed() throws IOException {
    Path target = Files.writeString(directory.resolve("elsewhere"), "kept");
    Files.createSymbolicLink(png, target);

    assertThat(show("--png", png)).isEqualTo(ExitCode.INVALID);

    assertThat(target).hasContent("kept");
    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: '" + png + "' is there and is not a regular file",
            "Name with --png a new file, or one to write over.");
  }

  @Test
  void a_directory_that_is_not_there_is_named_before_a_code_is_asked_for() {
    assertThat(show("--svg", directory.resolve("missing/code.svg"))).isEqualTo(ExitCode.INVALID);

    assertThat(sandbox.digits()).isEmpty();
    assertThat(cli.err().lines())
        .containsExactly(
            "paycode: '"
                + directory.resolve("missing")
                + "' is not a directory that you may write to",
            "Name with --svg a file in one that you may.");
  }

  @Test
  void a_name_that_no_file_can_have_is_named_before_a_code_is_asked_for() {
    Path file = directory.resolve("x".repeat(252) + ".png");

    assertThat(show("--png", file)).isEqualTo(ExitCode.INVALID);

    assertThat(sandbox.digits()).isEmpty();
    assertThat(cli.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("' cannot be the name of a file, such as one longer than 255 bytes");
  }

  @Test
  void a_refusal_writes_nothing() {
    int exitCode =
        cli.run(
            "show",
            "--config",
            sandbox.config(),
            "--customer=sandbox-ACCESS_DENIED",
            "--png",
            png.toString());

    assertThat(exitCode).isEqualTo(ExitCode.REFUSED);
    assertThat(png).doesNotExist();
  }

  private int show(String option, Path file) {
    return cli.run("show", "--config", sandbox.config(), option, file.toString());
  }

  private String digits() {
    return sandbox.digits().get(0);
  }

  /** All boxes that {@link Box#path} has written into a text. */
  static Stream<Box> boxes(String text) {
    return BOX.matcher(text).results().map(ShowPictureTest::box);
  }

  private static Box box(MatchResult found) {
    return new Box(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        Integer.parseInt(found.group(4)));
  }
}
