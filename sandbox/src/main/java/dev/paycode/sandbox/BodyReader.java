package dev.paycode.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads the body that the headers announce, chunked or of a known length. */
final class BodyReader {

  /** One byte more than is allowed, so that it can be told apart. */
  private static final int MOST_KEPT = RequestCheck.LONGEST_BODY + 1;

  /** What is read of a body that is too long; of a longer one the connection is given up. */
  private static final long MOST_READ = 16L * 1024 * 1024;

  private final InputStream in;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long read;

  private BodyReader(InputStream in) {
    this.in = in;
  }

  /**
   * The body's bytes, or the first ones of a body that is too long.
   *
   * @throws MalformedRequestException if its end cannot be known
   */
  static byte[] read(InputStream in, Map<String, List<String>> headers) throws IOException {
    BodyReader reader = new BodyReader(in);
    List<String> encodings = headers.getOrDefault("Transfer-Encoding", List.of());
    if (encodings.isEmpty()) {
      reader.take(length(headers.getOrDefault("Content-Length", List.of("0"))));
    } else if (encodings.size() == 1
        && encodings.get(0).equalsIgnoreCase("chunked")
        && !headers.containsKey("Content-Length")) {
      reader.takeChunks();
    } else {
      throw new MalformedRequestException("a body with two lengths or an unknown encoding");
    }
    return reader.kept.toByteArray();
  }

  private static long length(List<String> values) throws MalformedRequestException {
    if (values.size() != 1 || !values.get(0).matches("[0-9]{1,18}")) {
      throw new MalformedRequestException("a body of a length that is no number");
    }
    return Long.parseLong(values.get(0));
  }

  private void takeChunks() throws IOException {
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      take(size);
      if (!new HeadReader(in).line().isEmpty()) {
        throw new MalformedRequestException("a chunk that does not end where it says");
      }
    }
    new HeadReader(in).headers();
  }

  private long chunkSize() throws IOException {
    String line = new HeadReader(in).line();
    int extension = line.indexOf(';');
    String size = extension < 0 ? line : line.substring(0, extension).stripTrailing();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new MalformedRequestException("a chunk of a size that is no number");
    }
    return Long.parseLong(size, 16);
  }

  private void take(long length) throws IOException {
    read += length;
    if (read > MOST_READ) {
      throw new MalformedRequestException("a body of more than " + MOST_READ + " bytes");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("the client has gone within a body");
    }
    kept.write(bytes, 0, Math.min(bytes.length, MOST_KEPT - kept.size()));
  }
}
