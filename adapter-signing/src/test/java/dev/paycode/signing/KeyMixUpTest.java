package dev.paycode.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever else a file may hold, the message says what it is and what to do. */
class KeyMixUpTest {

  private static final BigInteger F4 = BigInteger.valueOf(65_537);
  private static final PrivateKey PRIVATE = Keys.OURS.getPrivate();
  private static final PublicKey PUBLIC = Keys.OURS.getPublic();
  private static final char[] PASSPHRASE = "any passphrase".toCharArray();

  private static final String EMPTY = "is empty; save the key into it again";
  private static final String DAMAGED =
      "is cut off or damaged; copy the whole key again, from its first line to its last";
  private static final String FORMS =
      "it must be RSA in PEM, Base64 or DER: a private key as PKCS#8 or PKCS#1, a public key as"
          + " X.509, PKCS#1 or in a certificate";
  private static final String SEVERAL = "holds several PEM blocks; keep only the one with the key";
  private static final String EC =
      "is a key for EC, but Alipay+ uses only RSA; use an RSA key of 2048 bits";
  private static final String SHORT =
      "is an RSA key of 1024 bits, but it must have 2048 to 8192; use an RSA key of 2048 bits";
  private static final String DECRYPT =
      "it opens only with its password; where none can be given, this decrypts it:"
          + " (umask 077; openssl pkey -in OLD -out NEW)";
  private static final String EXPORT =
      "it opens only with its password and an alias; where none can be given, this takes the key"
          + " out of it:"
          + " (umask 077; openssl pkcs12 -in OLD -nocerts -noenc | openssl pkey -out NEW)";

  @TempDir private Path directory;

  static Stream<Arguments> insteadOfPrivate() throws Exception {
    String pem = Keys.pem("PRIVATE KEY", PRIVATE.getEncoded());
    return Stream.of(
        arguments("nothing", bytes(""), EMPTY),
        arguments("blanks", bytes("\uFEFF \r\n\t\n"), EMPTY),
        arguments(
            "prose",
            bytes("ask Mika for the key"),
            "holds no key where a private key is due; " + FORMS),
        arguments(
            "other Base64",
            bytes("SGVsbG8gd29ybGQ="),
            "holds no key where a private key is due; " + FORMS),
        arguments(
            "noise",
            new byte[] {0, 1, 2, (byte) 0xff},
            "holds no key where a private key is due; " + FORMS),
        arguments(
            "OpenSSH",
            bytes(Keys.pem("OPENSSH PRIVATE KEY", bytes("openssh-key-v1\0none"))),
            "holds no key where a private key is due; " + FORMS),
        arguments(
            "JSON",
            bytes("{\"key\":\"MIIE\"}"),
            "holds no key where a private key is due; " + FORMS),
        arguments(
            "public PEM",
            bytes(Keys.pem("PUBLIC KEY", PUBLIC.getEncoded())),
            "holds a public key where a private key is due; perhaps the two files are swapped"),
        arguments(
            "public Base64",
            bytes(Keys.base64(PUBLIC.getEncoded())),
            "holds a public key where a private key is due; perhaps the two files are swapped"),
        arguments(
            "public PKCS#1",
            Keys.pkcs1(PUBLIC),
            "holds a public key where a private key is due; perhaps the two files are swapped"),
        arguments(
            "mislabelled",
            bytes(Keys.pem("PRIVATE KEY", PUBLIC.getEncoded())),
            "holds a public key where a private key is due; perhaps the two files are swapped"),
        arguments(
            "certificate",
            bytes(Keys.pem("CERTIFICATE", Keys.certificate(Keys.OURS).getEncoded())),
            "holds a certificate where a private key is due; its private key was saved to a file of its own"),
        arguments(
            "EC PKCS#8", bytes(Keys.pem("PRIVATE KEY", Keys.ec().getPrivate().getEncoded())), EC),
        arguments(
            "EC SEC 1", bytes(Keys.pem("EC PRIVATE KEY", Keys.pkcs1(Keys.ec().getPrivate()))), EC),
        arguments(
            "EC public",
            bytes(Keys.pem("PUBLIC KEY", Keys.ec().getPublic().getEncoded())),
            "holds a public key where a private key is due; perhaps the two files are swapped"),
        arguments(
            "Ed25519",
            bytes(Keys.pem("PRIVATE KEY", ed25519())),
            "is a key for ED25519, but Alipay+ uses only RSA; use an RSA key of 2048 bits"),
        arguments(
            "EC parameters and key",
            bytes(
                Keys.pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded())
                    + Keys.pem("EC PRIVATE KEY", Keys.pkcs1(Keys.ec().getPrivate()))),
            SEVERAL),
        arguments("two keys", bytes(pem + pem), SEVERAL),
        arguments(
            "1024 bits",
            bytes(Keys.pem("PRIVATE KEY", Keys.rsa(1024, F4).getPrivate().getEncoded())),
            SHORT),
        arguments(
            "exponent 3",
            Keys.rsa(2048, BigInteger.valueOf(3)).getPrivate().getEncoded(),
            "has the public exponent 3, but it must be odd and greater than 65536; use an RSA key with the exponent 65537"),
        arguments(
            "encrypted PKCS#8",
            bytes(Keys.pem("ENCRYPTED PRIVATE KEY", encrypted())),
            "holds an encrypted private key where a private key is due; " + DECRYPT),
        arguments(
            "encrypted DER",
            encrypted(),
            "holds an encrypted private key where a private key is due; " + DECRYPT),
        arguments(
            "encrypted PKCS#1",
            bytes(legacyEncrypted()),
            "holds a private key that is encrypted in OpenSSL's old way, which is not read; this"
                + " encrypts it anew: (umask 077; openssl pkey -aes256 -in OLD -out NEW)"),
        arguments(
            "PKCS#12",
            keyStore(),
            "holds a PKCS#12 key store where a private key is due; " + EXPORT),
        arguments(
            "PKCS#12 as Base64",
            bytes(Keys.base64(keyStore())),
            "holds a PKCS#12 key store where a private key is due; " + EXPORT),
        arguments("no end line", bytes(pem.substring(0, pem.indexOf("-----END"))), DAMAGED),
        arguments("half a PEM", bytes(pem.substring(0, 800)), DAMAGED),
        arguments("only a first line", bytes("-----BEGIN PRIVATE KEY-----"), DAMAGED),
        arguments(
            "a line missing",
            bytes(pem.replace(pem.lines().skip(5).findFirst().orElseThrow() + "\n", "")),
            DAMAGED),
        arguments(
            "a letter missing",
            bytes(new StringBuilder(pem).deleteCharAt(400).toString()),
            DAMAGED),
        arguments(
            "a wrong sign",
            bytes(new StringBuilder(pem).replace(400, 401, "!").toString()),
            DAMAGED),
        arguments(
            "half a Base64", bytes(Keys.base64(PRIVATE.getEncoded()).substring(0, 800)), DAMAGED),
        arguments(
            "half a Base64, uneven",
            bytes(Keys.base64(PRIVATE.getEncoded()).substring(0, 801)),
            DAMAGED),
        arguments("half a DER", Arrays.copyOf(PRIVATE.getEncoded(), 600), DAMAGED),
        arguments("too long a DER", Arrays.copyOf(PRIVATE.getEncoded(), 2000), DAMAGED),
        arguments("a flipped bit in a prime", flipped(PRIVATE.getEncoded(), 600), DAMAGED));
  }

  static Stream<Arguments> insteadOfPublic() throws Exception {
    BigInteger modulus = ((RSAPublicKey) PUBLIC).getModulus();
    String pem = Keys.pem("PUBLIC KEY", PUBLIC.getEncoded());
    return Stream.of(
        arguments("nothing", bytes(""), EMPTY),
        arguments(
            "prose", bytes("see the console"), "holds no key where a public key is due; " + FORMS),
        arguments(
            "private PEM",
            bytes(Keys.pem("PRIVATE KEY", PRIVATE.getEncoded())),
            "holds a private key where a public key is due; perhaps the two files are swapped"),
        arguments(
            "private PKCS#1",
            bytes(Keys.pem("RSA PRIVATE KEY", Keys.pkcs1(PRIVATE))),
            "holds a private key where a public key is due; perhaps the two files are swapped"),
        arguments(
            "private Base64",
            bytes(Keys.base64(PRIVATE.getEncoded())),
            "holds a private key where a public key is due; perhaps the two files are swapped"),
        arguments(
            "encrypted",
            encrypted(),
            "holds an encrypted private key where a public key is due; " + DECRYPT),
        arguments(
            "PKCS#12",
            keyStore(),
            "holds a PKCS#12 key store where a public key is due; " + EXPORT),
        arguments("EC", bytes(Keys.pem("PUBLIC KEY", Keys.ec().getPublic().getEncoded())), EC),
        arguments("1024 bits", Keys.rsa(1024, F4).getPublic().getEncoded(), SHORT),
        arguments(
            "2047 bits",
            Keys.publicKey(modulus.shiftRight(1), F4).getEncoded(),
            "is an RSA key of 2047 bits, but it must have 2048 to 8192; use an RSA key of 2048 bits"),
        arguments(
            "8193 bits",
            Keys.publicKey(BigInteger.TWO.pow(8192).add(BigInteger.ONE), F4).getEncoded(),
            "is an RSA key of 8193 bits, but it must have 2048 to 8192; use an RSA key of 2048 bits"),
        arguments(
            "exponent 3",
            Keys.publicKey(modulus, BigInteger.valueOf(3)).getEncoded(),
            "has the public exponent 3, but it must be odd and greater than 65536; use an RSA key with the exponent 65537"),
        arguments(
            "exponent 65535",
            Keys.publicKey(modulus, BigInteger.valueOf(65_535)).getEncoded(),
            "has the public exponent 65535, but it must be odd and greater than 65536; use an RSA key with the exponent 65537"),
        arguments(
            "exponent 65536",
            Keys.publicKey(modulus, BigInteger.valueOf(65_536)).getEncoded(),
            "has the public exponent 65536, but it must be odd and greater than 65536; use an RSA key with the exponent 65537"),
        arguments(
            "exponent 65538",
            Keys.publicKey(modulus, BigInteger.valueOf(65_538)).getEncoded(),
            "has an even public exponent, but it must be odd and greater than 65536; use an RSA key with the exponent 65537"),
        arguments("two keys", bytes(pem + pem), SEVERAL),
        arguments("half a PEM", bytes(pem.substring(0, 200)), DAMAGED),
        arguments(
            "half a Base64", bytes(Keys.base64(PUBLIC.getEncoded()).substring(0, 200)), DAMAGED),
        arguments("half a DER", Arrays.copyOf(PUBLIC.getEncoded(), 200), DAMAGED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("insteadOfPrivate")
  void a_private_key_file_with_something_else_is_refused(
      String name, byte[] content, String problem) throws Exception {
    Path file = OwnerOnly.restrict(Files.write(directory.resolve("private.key"), content));
    assertThatThrownBy(() -> RsaKeys.readPrivate(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasNoCause()
        .hasMessage("private key file '" + file + "' " + problem);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("insteadOfPublic")
  void a_public_key_file_with_something_else_is_refused(String name, byte[] content, String problem)
      throws Exception {
    Path file = Files.write(directory.resolve("public.key"), content);
    assertThatThrownBy(() -> RsaKeys.readPublic(file))
        .isInstanceOf(UnusableKeyException.class)
        .hasNoCause()
        .hasMessage("public key file '" + file + "' " + problem);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] flipped(byte[] bytes, int index) {
    byte[] flipped = bytes.clone();
    flipped[index] ^= 1;
    return flipped;
  }

  private static byte[] ed25519() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
  }

  private static byte[] encrypted() throws Exception {
    String algorithm = "PBEWithSHA1AndDESede";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSPHRASE)));
    AlgorithmParameters parameters = cipher.getParameters();
    return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(PRIVATE.getEncoded()))
        .getEncoded();
  }

  private static String legacyEncrypted() {
    return Keys.pem("RSA PRIVATE KEY", new byte[1192])
        .replaceFirst(
            "\n",
            "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n");
  }

  private static byte[] keyStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSPHRASE);
    Certificate[] chain = {Keys.certificate(Keys.OURS)};
    store.setKeyEntry("key", PRIVATE, PASSPHRASE, chain);
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    store.store(stored, PASSPHRASE);
    return stored.toByteArray();
  }
}
