package dev.paycode.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.fastjson.JSON;
import com.alipay.global.api.tools.SignatureTool;
import dev.paycode.benchmarks.peer.PeerAnswer;
import dev.paycode.handling.Reply;
import dev.paycode.http.ReplyReading;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Signs a request and reads an answer of ten codes: by Paycode with the fastest provider, by the
 * official SDK as it comes, and of the arithmetic alone what that provider does.
 */
@State(Scope.Benchmark)
public class MessageBenchmark {

  private final byte[] request = Messages.REQUEST.getBytes(UTF_8);

  /** Where the keys are that all compute with. */
  @Param("")
  private String keys = "";

  private RsaSigner signer;
  private ReplyReading reading;
  private BareCalls bare;
  private String privateKey;
  private String publicKey;
  private String signature;

  /** Made by JMH. */
  public MessageBenchmark() {}

  /** Reads the keys, and signs the answer. */
  @Setup
  public void makeReady() throws Exception {
    PrivateKey ours = RsaKeys.readPrivate(Path.of(keys, KeyFiles.PRIVATE));
    PublicKey theirs = RsaKeys.readPublic(Path.of(keys, KeyFiles.PUBLIC));
    signer = RsaSigner.of(ours, KeyVersion.FIRST);
    SignatureHeader header = signer.sign(Messages.content(Messages.ANSWER));
    reading =
        new ReplyReading(
            Messages.CLIENT,
            RsaVerifier.of(theirs),
            Messages.NOON,
            Map.of("Signature", header.print(), "Response-Time", Messages.TIME),
            Messages.ANSWER.getBytes(UTF_8));
    bare =
        BareCalls.of(
            RsaImplementation.usable().get(0).provider(),
            ours,
            theirs,
            Messages.content(Messages.REQUEST),
            Messages.content(Messages.ANSWER));
    privateKey = Base64.getEncoder().encodeToString(ours.getEncoded());
    publicKey = Base64.getEncoder().encodeToString(theirs.getEncoded());
    signature = header.print().replaceFirst(".*signature=", "");
    requireTen(reading.read().codeCount());
    requireTen(readBySdk().getPaymentCodeInfoList().size());
  }

  /** Lest a refusal be measured. */
  private static void requireTen(int codes) {
    if (codes != 10) {
      throw new IllegalStateException("an answer of ten codes was read as one of " + codes);
    }
  }

  /** From the body to the header's text. */
  @Benchmark
  public String sign() {
    return signer
        .sign(SignedContent.of(Messages.PATH, Messages.CLIENT, Messages.TIME, request))
        .print();
  }

  /** From the body to the signature's text. */
  @Benchmark
  public String signBySdk() throws Exception {
    return SignatureTool.sign(
        "POST",
        Messages.PATH,
        Messages.CLIENT.value(),
        Messages.TIME,
        Messages.REQUEST,
        privateKey);
  }

  /** The arithmetic. */
  @Benchmark
  public byte[] signBare() throws GeneralSecurityException {
    return bare.sign();
  }

  /** From headers and bytes to codes. */
  @Benchmark
  public Reply read() {
    return reading.read();
  }

  /** From headers and text to codes, which it leaves as texts. */
  @Benchmark
  public PeerAnswer readBySdk() throws Exception {
    if (!SignatureTool.verify(
        "POST",
        Messages.PATH,
        Messages.CLIENT.value(),
        Messages.TIME,
        Messages.ANSWER,
        signature,
        publicKey)) {
      throw new IllegalStateException("the official SDK does not verify the answer");
    }
    return JSON.parseObject(Messages.ANSWER, PeerAnswer.class);
  }

  /** The arithmetic. */
  @Benchmark
  public boolean readBare() throws GeneralSecurityException {
    return bare.verify();
  }
}
