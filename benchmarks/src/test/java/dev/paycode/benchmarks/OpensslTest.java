package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OpensslTest {

  @Test
  void the_rates_of_version_3_0_are_read() {
    assertThat(
            Openssl.parse(
                """
                version: 3.0.19
                CPUINFO: OPENSSL_ia32cap=0xfffa32034f8bffff:0x1a415f46f1bf2ffb
                                  sign    verify    sign/s verify/s
                rsa 2048 bits 0.000293s 0.000016s   3416.5  62384.0
                """))
        .isEqualTo(new Openssl(3416.5, 62384.0));
  }

  @Test
  void the_rates_of_version_3_2_are_read_among_those_of_encryption() {
    assertThat(
            Openssl.parse(
                """
                version: 3.2.1
                                   sign    verify    encrypt   decrypt   sign/s verify/s  encr./s  decr./s
                rsa  2048 bits 0.000267s 0.000016s 0.000018s 0.000269s   3749.1  61953.8  55138.5   3715.5
                """))
        .isEqualTo(new Openssl(3749.1, 61953.8));
  }

  @Test
  void other_output_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Openssl.parse("speed: Unknown algorithm rsa2048"))
        .withMessage("openssl speed printed no table of rsa");
  }
}
