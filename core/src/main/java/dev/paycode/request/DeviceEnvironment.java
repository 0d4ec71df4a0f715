package dev.paycode.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The user's device as the request describes it: a token, and whatever else the wallet chooses to
 * tell.
 *
 * <p>The token is required, 1 to 64 characters. The other five fields were optional and left the
 * documentation in release 1.7.1, so none is sent unless set (protocol.md §3). The limits of {@code
 * clientIp} (39, the longest IPv6 address), {@code cookieId} (256) and {@code userAgent} (1024) are
 * this library's own.
 *
 * <pre>{@code
 * DeviceEnvironment.of("device-0001").with(TerminalType.APP).with(OsType.IOS)
 * }</pre>
 *
 * <p>Immutable; {@link #toString()} tells only which fields are set.
 */
public final class DeviceEnvironment {

  private static final String DEVICE_TOKEN_ID = "deviceTokenId";
  private static final int LONGEST_TOKEN = 64;
  private static final int LONGEST_IP = 39;
  private static final int LONGEST_COOKIE = 256;
  private static final int LONGEST_USER_AGENT = 1024;

  private final Map<String, String> fields;

  private DeviceEnvironment(Map<String, String> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /**
   * The device with this token and nothing else told about it.
   *
   * @throws IllegalArgumentException if the token is blank, longer than 64 characters or has
   *     control characters
   */
  public static DeviceEnvironment of(String deviceTokenId) {
    return new DeviceEnvironment(Map.of()).with(DEVICE_TOKEN_ID, deviceTokenId, LONGEST_TOKEN);
  }

  /** This device, told to run that kind of client. */
  public DeviceEnvironment with(TerminalType terminalType) {
    return with("terminalType", terminalType.name(), LONGEST_TOKEN);
  }

  /** This device, told to run that operating system. */
  public DeviceEnvironment with(OsType osType) {
    return with("osType", osType.name(), LONGEST_TOKEN);
  }

  /**
   * This device, told to have that address.
   *
   * @throws IllegalArgumentException if the text is blank, longer than 39 characters or has control
   *     characters
   */
  public DeviceEnvironment withClientIp(String clientIp) {
    return with("clientIp", clientIp, LONGEST_IP);
  }

  /**
   * This device, told to hold that cookie.
   *
   * @throws IllegalArgumentException if the text is blank, longer than 256 characters or has
   *     control characters
   */
  public DeviceEnvironment withCookieId(String cookieId) {
    return with("cookieId", cookieId, LONGEST_COOKIE);
  }

  /**
   * This device, told to have that user agent.
   *
   * @throws IllegalArgumentException if the text is blank, longer than 1024 characters or has
   *     control characters
   */
  public DeviceEnvironment withUserAgent(String userAgent) {
    return with("userAgent", userAgent, LONGEST_USER_AGENT);
  }

  private DeviceEnvironment with(String name, String text, int longest) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, RequestText.checked(name, text, longest));
    return new DeviceEnvironment(changed);
  }

  /** The token that tells this device from the user's others. */
  public String deviceTokenId() {
    return fields.getOrDefault(DEVICE_TOKEN_ID, "");
  }

  /** What is sent: the protocol's field names with their values, the token first. */
  public Map<String, String> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceEnvironment that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "DeviceEnvironment" + fields.keySet();
  }
}
