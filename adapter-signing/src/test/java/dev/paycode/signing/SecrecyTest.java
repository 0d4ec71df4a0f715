package dev.paycode.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.paycode.message.KeyVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No piece of a private key is in any message, stack trace or {@code toString}. */
class SecrecyTest {

  /** As short as a piece can be that is not there by chance, in characters. */
  private static final int PIECE = 12;

  private static final KeyPair PAIR = Keys.OURS;
  private static final String BARE = Keys.base64(PAIR.getPrivate().getEncoded());
  private static final String PEM = Keys.pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());

  @TempDir private Path directory;

  @Test
  void a_refusal_of_a_private_key_quotes_nothing_of_it() {
    String told =
        brokenKeys()
            .flatMap(
                text ->
                    Stream.<Runnable>of(
                        () -> RsaKeys.parsePrivate(text), () -> RsaKeys.parsePublic(text)))
            .map(SecrecyTest::refusal)
            .collect(Collectors.joining());
    assertThat(leaks(PAIR, told)).isEmpty();
  }

  private static Stream<String> brokenKeys() {
    Stream<String> cutOrMarred =
        IntStream.iterate(0, at -> at < BARE.length(), at -> at + 50)
            .boxed()
            .flatMap(
                at ->
                    Stream.of(
                        BARE.substring(0, at),
                        BARE.substring(at + 1),
                        BARE.substring(0, at) + "!" + BARE.substring(at),
                        PEM.substring(0, at),
                        PEM.substring(0, at) + "ä" + PEM.substring(at + 1)));
    return Stream.concat(Stream.of(PEM + PEM, "key: " + BARE), cutOrMarred);
  }

  @Test
  void a_refusal_of_a_weak_private_key_quotes_nothing_of_it() {
    assertRefusedInSilence(Keys.rsa(1024, BigInteger.valueOf(65_537)));
    assertRefusedInSilence(Keys.rsa(2048, BigInteger.valueOf(3)));
  }

  private static void assertRefusedInSilence(KeyPair pair) {
    String text = Keys.base64(pair.getPrivate().getEncoded());
    assertThat(leaks(pair, refusal(() -> RsaKeys.parsePrivate(text)))).isEmpty();
    assertThat(leaks(pair, refusal(() -> RsaSigner.of(pair.getPrivate(), KeyVersion.FIRST))))
        .isEmpty();
  }

  @Test
  void a_private_key_in_the_public_keys_place_stays_secret() throws Exception {
    Path file = Files.writeString(directory.resolve("swapped.pem"), PEM);
    assertThat(leaks(PAIR, refusal(() -> RsaKeys.readPublic(file)))).isEmpty();
  }

  @Test
  void neither_the_signer_nor_the_key_tells_anything_of_the_key() {
    assertThat(leaks(PAIR, RsaKeys.parsePrivate(BARE).toString())).isEmpty();
    assertThat(RsaSigner.of(PAIR.getPrivate(), KeyVersion.FIRST))
        .hasToString("RsaSigner[keyVersion=1]");
  }

  @Test
  void neither_a_new_pair_nor_the_facts_of_a_key_tell_anything_of_it() throws Exception {
    Path file = OwnerOnly.restrict(Files.writeString(directory.resolve("private.pem"), PEM));
    assertThat(leaks(PAIR, KeyFacts.read(file).toString())).isEmpty();
    assertThat(RsaKeyPair.generate(2048)).hasToString("RsaKeyPair");
  }

  @Test
  void a_refused_password_is_not_quoted_nor_is_the_key() throws Exception {
    String password = "a password that is wrong";
    String encrypted = EncryptedKeys.pem(PAIR.getPrivate(), "right");
    String told = refusal(() -> RsaKeys.parsePrivate(encrypted, password.toCharArray()));
    assertThat(told).doesNotContain(password);
    assertThat(leaks(PAIR, told)).isEmpty();
  }

  @Test
  void a_file_of_public_keys_with_a_private_one_in_it_is_refused_in_silence() throws Exception {
    for (String line :
        List.of("1=" + BARE, "1=" + BARE.substring(0, 600), "1 " + BARE, BARE + "=1")) {
      Path file = Files.writeString(directory.resolve("public.keys"), line);
      assertThat(leaks(PAIR, refusal(() -> RsaVerifier.read(file)))).isEmpty();
    }
  }

  @Test
  void the_search_finds_what_it_looks_for() {
    assertThat(leaks(PAIR, "oops: " + BARE.substring(500, 500 + PIECE) + "!")).hasSize(1);
    BigInteger prime = ((RSAPrivateCrtKey) PAIR.getPrivate()).getPrimeP();
    assertThat(leaks(PAIR, "p = " + prime)).isNotEmpty();
  }

  /** The whole stack trace of the refusal. */
  private static String refusal(Runnable reading) {
    Throwable refusal = catchThrowable(reading::run);
    assertThat(refusal)
        .isInstanceOf(UnusableKeyException.class)
        .hasNoCause()
        .hasNoSuppressedExceptions();
    StringWriter trace = new StringWriter();
    refusal.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  private static Stream<String> leaks(KeyPair pair, String told) {
    Set<String> secret =
        secrets((RSAPrivateCrtKey) pair.getPrivate())
            .flatMap(SecrecyTest::pieces)
            .collect(Collectors.toSet());
    return pieces(told).filter(secret::contains);
  }

  /** The private numbers in decimal and hexadecimal, and the Base64 of the whole key. */
  private static Stream<String> secrets(RSAPrivateCrtKey key) {
    Stream<String> numbers =
        Stream.of(
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient())
            .flatMap(number -> Stream.of(number.toString(), number.toString(16)))
            .flatMap(digits -> Stream.of(digits, digits.toUpperCase(Locale.ROOT)));
    return Stream.concat(numbers, Stream.of(Keys.base64(key.getEncoded())));
  }

  private static Stream<String> pieces(String text) {
    return IntStream.rangeClosed(0, text.length() - PIECE)
        .mapToObj(start -> text.substring(start, start + PIECE));
  }
}
