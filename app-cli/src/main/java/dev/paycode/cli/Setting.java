package dev.paycode.cli;

import java.util.Arrays;
import java.util.Optional;

/** One of the settings that say which gateway to call and how to sign. */
enum Setting {
  GATEWAY("gateway", "--gateway"),
  CLIENT_ID("clientId", "--client-id"),
  PRIVATE_KEY("privateKey", "--private-key"),
  ALIPAY_PUBLIC_KEY("alipayPublicKey", "--alipay-public-key"),
  KEY_VERSION("keyVersion", "--key-version"),
  TRUST_STORE("trustStore", "--trust-store");

  private final String property;
  private final String option;

  Setting(String property, String option) {
    this.property = property;
    this.option = option;
  }

  static Optional<Setting> ofProperty(String name) {
    return Arrays.stream(values()).filter(setting -> setting.property.equals(name)).findAny();
  }

  /** Whether it names a file, by a path that may be relative. */
  boolean isFile() {
    return this == PRIVATE_KEY || this == ALIPAY_PUBLIC_KEY || this == TRUST_STORE;
  }

  /** Whether there is nothing to assume where it is missing. */
  boolean isRequired() {
    return this != KEY_VERSION && this != TRUST_STORE;
  }

  String property() {
    return property;
  }

  /** Both its names, for a message. */
  @Override
  public String toString() {
    return property + " (" + option + ")";
  }
}
