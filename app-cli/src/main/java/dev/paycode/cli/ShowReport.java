package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.paycode.code.Presentation;
import dev.paycode.port.in.Showing;
import java.util.List;

/**
 * The present code as {@code show} hands it over once. Times are the server's, in ISO 8601, UTC.
 *
 * @param paymentCode the digits, masked or not
 * @param codeValidityStartTime the first instant at which it is valid
 * @param codeExpiryTime the first instant at which it no longer is
 * @param shownUntil when another is to be shown in its place
 * @param coveredUntil how long the codes last that are at hand
 * @param files where its pictures are
 * @param text the same for people
 */
@JsonPropertyOrder({
  "paymentCode",
  "codeValidityStartTime",
  "codeExpiryTime",
  "shownUntil",
  "coveredUntil",
  "files"
})
record ShowReport(
    String paymentCode,
    String codeValidityStartTime,
    String codeExpiryTime,
    String shownUntil,
    String coveredUntil,
    List<String> files,
    @JsonIgnore String text)
    implements Report {

  static ShowReport of(
      Showing.Code showing, String digits, List<PictureFile> files, List<String> lines) {
    Presentation shown = showing.presentation();
    return new ShowReport(
        digits,
        shown.issued().window().start().toString(),
        shown.expiry().toString(),
        shown.until().toString(),
        shown.coveredUntil().toString(),
        files.stream().map(file -> file.path().toString()).toList(),
        Lines.of(lines.stream()));
  }

  /** The times only: the digits may be in full. */
  @Override
  public String toString() {
    return "ShowReport[" + codeValidityStartTime + ", " + codeExpiryTime + "]";
  }
}
