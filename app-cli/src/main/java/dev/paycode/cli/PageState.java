package dev.paycode.cli;

import com.google.zxing.common.BitMatrix;
import dev.paycode.code.PaymentCode;
import org.jspecify.annotations.Nullable;

/**
 * What the page is to show, as it is sent there. Times are counted from the moment it is made,
 * because the browser's clock may be wrong.
 *
 * @param code a code to show, if there is one
 * @param changesInMillis when to ask again
 * @param problem why there is none and none follows, else empty
 * @param advice what to do about it, else empty
 */
record PageState(@Nullable Code code, long changesInMillis, String problem, String advice) {

  /**
   * A code with what is told of it.
   *
   * @param digits in full
   * @param masked as they are shown at first
   * @param barcode as Code 128, its quiet zones included
   * @param qrCode as QR code, its quiet zone included
   * @param lifeMillis how long it is shown in all
   * @param goneInMillis when it must not be shown any longer, even if none follows
   * @param coveredForMillis how long codes last
   * @param clock the difference to the server's clock, in words
   * @param lastResult what the last attempt brought
   * @param sandbox whether it pays for nothing
   */
  record Code(
      String digits,
      String masked,
      Symbol barcode,
      Symbol qrCode,
      long lifeMillis,
      long goneInMillis,
      long coveredForMillis,
      String clock,
      String lastResult,
      boolean sandbox) {

    /** Without the digits, which are in full. */
    @Override
    public String toString() {
      return "Code[" + masked + "]";
    }
  }

  /**
   * A symbol's dark modules.
   *
   * @param width in modules
   * @param height in modules
   * @param path what is dark, as the data of an SVG path
   */
  record Symbol(int width, int height, String path) {

    static Symbol barcode(PaymentCode code) {
      return of(Symbols.code128(code));
    }

    static Symbol qrCode(PaymentCode code) {
      return of(Symbols.qrCode(code));
    }

    private static Symbol of(BitMatrix modules) {
      return new Symbol(modules.getWidth(), modules.getHeight(), Box.path(Box.of(modules)));
    }

    /** The size only: the path is the code. */
    @Override
    public String toString() {
      return "Symbol[" + width + " by " + height + "]";
    }
  }
}
