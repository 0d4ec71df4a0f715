package dev.paycode.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.paycode.code.PaymentCode;
import java.util.Map;

/**
 * The two symbols that a scanner reads (protocol.md §5), one bit per module, with their quiet
 * zones: 4 modules around a QR code, 10 at each side of a Code 128.
 */
final class Symbols {

  /** Modules on every side of a QR code. */
  static final int QR_QUIET_ZONE = 4;

  /** Modules at each side of a Code 128. */
  static final int CODE_128_QUIET_ZONE = 10;

  private Symbols() {}

  /** The QR code, error correction Q: 24 digits fit into its smallest version. */
  static BitMatrix qrCode(PaymentCode code) {
    try {
      return new QRCodeWriter()
          .encode(
              code.reveal(),
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QR_QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q));
    } catch (WriterException impossible) {
      throw new IllegalStateException("32 digits fit into every QR code of level Q", impossible);
    }
  }

  /** The Code 128, one row high. */
  static BitMatrix code128(PaymentCode code) {
    return new Code128Writer()
        .encode(
            code.reveal(),
            BarcodeFormat.CODE_128,
            0,
            1,
            Map.of(EncodeHintType.MARGIN, 2 * CODE_128_QUIET_ZONE));
  }
}
