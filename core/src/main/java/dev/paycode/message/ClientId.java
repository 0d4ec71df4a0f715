package dev.paycode.message;

import java.util.regex.Pattern;

/**
 * The ID that Alipay+ gave the wallet's server, tied to its keys (protocol.md §1).
 *
 * <p>1 to 128 visible ASCII characters: it travels in a header and in the signed text, where a line
 * end or a blank would change what is signed.
 *
 * @param value the ID
 */
public record ClientId(String value) {

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

  /**
   * @throws IllegalArgumentException if the text is not 1 to 128 visible ASCII characters
   */
  public ClientId {
    if (!VISIBLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "client id '"
              + value.replaceAll("[^ -~]", "?")
              + "' is not 1 to 128 visible ASCII characters; copy it from the developer console");
    }
  }

  /**
   * The client with this ID; the inverse of {@link #toString()}.
   *
   * @throws IllegalArgumentException if the text is not 1 to 128 visible ASCII characters
   */
  public static ClientId parse(String value) {
    return new ClientId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
