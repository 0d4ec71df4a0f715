package dev.paycode.benchmarks.peer;

import com.alipay.global.api.response.AlipayResponse;
import java.util.List;

/** An answer of getPaymentCode, as the official SDK's parser fills it. */
public final class PeerAnswer extends AlipayResponse {

  private List<Code> paymentCodeInfoList = List.of();

  /** Made by the parser. */
  public PeerAnswer() {}

  /** The codes. */
  public List<Code> getPaymentCodeInfoList() {
    return paymentCodeInfoList;
  }

  /** Sets the codes. */
  public void setPaymentCodeInfoList(List<Code> codes) {
    paymentCodeInfoList = codes;
  }

  /** A code with its times, all as they come. */
  public static final class Code {

    private String paymentCode = "";
    private String codeValidityStartTime = "";
    private String codeExpiryTime = "";

    /** Made by the parser. */
    public Code() {}

    /** The digits. */
    public String getPaymentCode() {
      return paymentCode;
    }

    /** Sets the digits. */
    public void setPaymentCode(String digits) {
      paymentCode = digits;
    }

    /** The start. */
    public String getCodeValidityStartTime() {
      return codeValidityStartTime;
    }

    /** Sets the start. */
    public void setCodeValidityStartTime(String start) {
      codeValidityStartTime = start;
    }

    /** The expiry. */
    public String getCodeExpiryTime() {
      return codeExpiryTime;
    }

    /** Sets the expiry. */
    public void setCodeExpiryTime(String expiry) {
      codeExpiryTime = expiry;
    }
  }
}
