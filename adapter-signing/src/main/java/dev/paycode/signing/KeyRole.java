package dev.paycode.signing;

/** What a key is read for. */
enum KeyRole {
  PRIVATE("private key"),
  PUBLIC("public key");

  private final String words;

  KeyRole(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
