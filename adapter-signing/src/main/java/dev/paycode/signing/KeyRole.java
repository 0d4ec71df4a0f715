package dev.paycode.signing;

/** What is read for what purpose. */
enum KeyRole {
  PRIVATE("private key"),
  PUBLIC("public key"),
  KEY_STORE("key store"),
  PASSWORD("password");

  private final String words;

  KeyRole(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
