package dev.paycode.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the lines before a body. For one head. */
final class HeadReader {

  /** More than any client sends; a bound for those that do not end. */
  private static final int LONGEST = 65_536;

  private final InputStream in;
  private int left = LONGEST;

  HeadReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its end; of a stream that has ended, the empty text.
   *
   * @throws MalformedRequestException if the head is too long
   * @throws EOFException if the stream ends within the line
   */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        return ended(line);
      }
      if (--left < 0) {
        throw new MalformedRequestException("a head of more than " + LONGEST + " bytes");
      }
      line.write(octet);
    }
    return withoutReturn(line.toString(StandardCharsets.ISO_8859_1));
  }

  private static String ended(ByteArrayOutputStream line) throws EOFException {
    if (line.size() > 0) {
      throw new EOFException("the client has gone within a line");
    }
    return "";
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The headers up to the empty line after them, by their names in whatever case. */
  SortedMap<String, List<String>> headers() throws IOException {
    SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || !line.substring(0, colon).matches("[!-~]+")) {
        throw new MalformedRequestException("a header line without a name");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }
}
