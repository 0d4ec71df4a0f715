package dev.paycode.benchmarks;

import dev.paycode.message.KeyVersion;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.Verdict;
import dev.paycode.signing.RsaKeys;
import dev.paycode.signing.RsaProvider;
import dev.paycode.signing.RsaSigner;
import dev.paycode.signing.RsaVerifier;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
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

  private final SignedContent content = Messages.content(Messages.REQUEST);

  @Param private RsaImplementation implementation = RsaImplementation.SUN;

  /** Where the keys are that all compute with. */
  @Param("")
  private String keys = "";

  private RsaSigner signer;
  private RsaVerifier verifier;
  private BareCalls bare;
  private SignatureHeader header;

  /** Made by JMH. */
  public SignatureBenchmark() {}

  /** Reads the keys, and makes everything ready. */
  @Setup
  public void makeReady() throws GeneralSecurityException {
    PrivateKey ours = RsaKeys.readPrivate(Path.of(keys, KeyFiles.PRIVATE));
    PublicKey theirs = RsaKeys.readPublic(Path.of(keys, KeyFiles.PUBLIC));
    Provider provider = implementation.provider();
    bare = BareCalls.of(provider, ours, theirs, content, content);
    signer = RsaSigner.of(ours, KeyVersion.FIRST, RsaProvider.of(provider));
    verifier = RsaVerifier.of(theirs, RsaProvider.of(provider));
    header = signer.sign(content);
  }

  /** The signer of this project. */
  @Benchmark
  public SignatureHeader sign() {
    return signer.sign(content);
  }

  /** The JCA call alone. */
  @Benchmark
  public byte[] signBare() throws GeneralSecurityException {
    return bare.sign();
  }

  /** The verifier of this project. */
  @Benchmark
  public Verdict verify() {
    return verifier.verify(content, header);
  }

  /** The JCA call alone. */
  @Benchmark
  public boolean verifyBare() throws GeneralSecurityException {
    return bare.verify();
  }
}
