package dev.paycode.benchmarks.peer;

import com.alipay.global.api.request.AlipayRequest;
import java.util.Map;

/** A request for ten codes, as the official SDK's writer reads it. */
public final class PeerRequest extends AlipayRequest<PeerAnswer> {

  private final String customerId;

  /** The request of this customer. */
  public PeerRequest(String customerId) {
    this.customerId = customerId;
    setPath("/aps/api/v1/codes/getPaymentCode");
  }

  /** Who asks. */
  public String getCustomerId() {
    return customerId;
  }

  /** How many. */
  public String getCodeQuantity() {
    return "10";
  }

  /** On which device. */
  public Map<String, String> getEnv() {
    return Map.of("deviceTokenId", "device-0001");
  }

  @Override
  public Class<PeerAnswer> getResponseClass() {
    return PeerAnswer.class;
  }
}
