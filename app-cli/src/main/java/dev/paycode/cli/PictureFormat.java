package dev.paycode.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** As what kind of file a sheet is written. */
enum PictureFormat {
  /** Black and white pixels, with their size in the file. */
  PNG {
    @Override
    byte[] bytes(PrintSheet sheet) {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      // Not by way of ImageIO, which may keep a copy in a temporary file.
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        BufferedImage image = image(sheet);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        stateResolution(metadata);
        writer.write(new IIOImage(image, null, metadata));
      } catch (IOException impossible) {
        throw new UncheckedIOException("Memory takes every picture", impossible);
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    }
  },
  /** Sharp at any size; printed as it is, the size is right. */
  SVG {
    @Override
    byte[] bytes(PrintSheet sheet) {
      return String.format(
              Locale.ROOT,
              """
              <svg xmlns="http://www.w3.org/2000/svg" width="%.3fmm" height="%.3fmm"\
               viewBox="0 0 %d %d" shape-rendering="crispEdges" role="img">
              <title>Payment code</title>
              <path fill="#fff" d="M0 0h%dv%dH0z"/>
              <path d="%s"/>
              </svg>
              """,
              PrintSizes.millimetres(sheet.width()),
              PrintSizes.millimetres(sheet.height()),
              sheet.width(),
              sheet.height(),
              sheet.width(),
              sheet.height(),
              Box.path(sheet.boxes()))
          .getBytes(UTF_8);
    }
  };

  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  /** The whole file. */
  abstract byte[] bytes(PrintSheet sheet);

  private static BufferedImage image(PrintSheet sheet) {
    BufferedImage image =
        new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_BYTE_BINARY);
    fill(image, new Box(0, 0, sheet.width(), sheet.height()), 1);
    sheet.boxes().forEach(box -> fill(image, box, 0));
    return image;
  }

  private static void fill(BufferedImage image, Box box, int light) {
    int[] pixels = new int[box.width() * box.height()];
    Arrays.fill(pixels, light);
    image.getRaster().setPixels(box.x(), box.y(), box.width(), box.height(), pixels);
  }

  private static void stateResolution(IIOMetadata metadata) throws IIOInvalidTreeException {
    String pixelsPerMetre = String.valueOf(Math.round(1000 / PrintSizes.millimetres(1)));
    IIOMetadataNode size = new IIOMetadataNode("pHYs");
    size.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
    size.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
    size.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(size);
    metadata.mergeTree(PNG_METADATA, root);
  }
}
