package dev.paycode.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;

/**
 * A private key that shows nothing of itself, as one in an HSM; only its provider signs with it.
 */
final class OpaqueKey implements PrivateKey {

  private static final long serialVersionUID = 1L;

  private final transient PrivateKey hidden;

  OpaqueKey(PrivateKey hidden) {
    this.hidden = hidden;
  }

  @Override
  public String getAlgorithm() {
    return "RSA";
  }

  @Override
  @SuppressWarnings("ReturnsNullCollection") // As java.security.Key says for such keys.
  public String getFormat() {
    return null;
  }

  @Override
  public byte[] getEncoded() {
    return null;
  }

  /** The provider of such keys. */
  static final class Hsm extends Provider {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "TestHsm";

    Hsm() {
      super(NAME, "1", "signs with opaque keys");
      putService(
          new Service(this, "Signature", "SHA256withRSA", Signing.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Signing();
            }

            @Override
            public boolean supportsParameter(Object key) {
              return key instanceof OpaqueKey;
            }
          });
    }
  }

  private static final class Signing extends SignatureSpi {

    private final Signature signature;

    Signing() {
      try {
        signature = Signature.getInstance("SHA256withRSA", "SunRsaSign");
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      signature.initSign(((OpaqueKey) key).hidden);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
      signature.update(bytes, offset, length);
    }

    @Override
    protected void engineUpdate(byte single) throws SignatureException {
      signature.update(single);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      if (Security.getProvider(Hsm.NAME) == null) {
        throw new ProviderException("unplugged");
      }
      return signature.sign();
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      throw new InvalidKeyException("signs only");
    }

    @Override
    protected boolean engineVerify(byte[] made) {
      return false;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
