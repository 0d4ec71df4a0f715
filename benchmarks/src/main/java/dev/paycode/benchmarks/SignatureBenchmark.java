package dev.paycode.benchmarks;

import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.Verdict;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaProvider;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Makes and verifies the signature of a request for codes, by the signer and the verifier of this
 * project, and by nothing but the JCA calls behind them: update and sign, update and verify, on
 * objects that were made ready before.
 */
@State(Scope.Benchmark)
public class SignatureBenchmark {

  private static final String BODY =
      "{\"region\":\"JP\",\"customerId\":\"1234567890123456\",\"codeQuantity\":\"2\","
          + "\"env\":{\"deviceTokenId\":\"device-0001\"}}";

  private final SignedContent content =
      SignedContent.of(
          "/aps/api/v1/codes/getPaymentCode",
          ClientId.parse("SANDBOX_5X00000000000000"),
          "2024-06-01T12:00:00+08:00",
          BODY.getBytes(StandardCharsets.UTF_8));
  private final byte[] bytes = content.bytes();

  @Param private RsaImplementation implementation = RsaImplementation.SUN;

  /** Where the keys are that all compute with. */
  @Param("")
  private String keys = "";

  private RsaSigner signer;
  private RsaVerifier verifier;
  private Signature signing;
  private Signature verifying;
  private SignatureHeader header;
  private byte[] made;

  /** Made by JMH. */
  public SignatureBenchmark() {}

  /** Reads the keys, and makes everything ready. */
  @Setup
  public void makeReady() throws GeneralSecurityException {
    PrivateKey ours = RsaKeys.readPrivate(Path.of(keys, KeyFiles.PRIVATE));
    PublicKey theirs = RsaKeys.readPublic(Path.of(keys, KeyFiles.PUBLIC));
    Provider provider = implementation.provider();
    KeyFactory own = KeyFactory.getInstance("RSA", provider);
    signing = Signature.getInstance("SHA256withRSA", provider);
    signing.initSign(own.generatePrivate(new PKCS8EncodedKeySpec(ours.getEncoded())));
    verifying = Signature.getInstance("SHA256withRSA", provider);
    verifying.initVerify(own.generatePublic(new X509EncodedKeySpec(theirs.getEncoded())));
    signer = RsaSigner.of(ours, KeyVersion.FIRST, RsaProvider.of(provider));
    verifier = RsaVerifier.of(theirs, RsaProvider.of(provider));
    header = signer.sign(content);
    made = header.signature();
  }

  /** The signer of this project. */
  @Benchmark
  public SignatureHeader sign() {
    return signer.sign(content);
  }

  /** The JCA call alone. */
  @Benchmark
  public byte[] signBare() throws GeneralSecurityException {
    signing.update(bytes);
    return signing.sign();
  }

  /** The verifier of this project. */
  @Benchmark
  public Verdict verify() {
    return verifier.verify(content, header);
  }

  /** The JCA call alone. */
  @Benchmark
  public boolean verifyBare() throws GeneralSecurityException {
    verifying.update(bytes);
    return verifying.verify(made);
  }
}
