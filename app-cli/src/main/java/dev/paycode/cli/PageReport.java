package dev.paycode.cli;

/**
 * Where the page with the live code is. Whoever knows the address sees the code.
 *
 * @param address its URL, with the token that nobody can guess
 */
record PageReport(String address) implements Report {

  @Override
  public String text() {
    return address + System.lineSeparator();
  }

  @Override
  public String toString() {
    return "PageReport";
  }
}
