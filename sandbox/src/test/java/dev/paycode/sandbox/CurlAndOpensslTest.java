package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in a few lines of shell: it has the files of the sandbox and knows nothing else. */
class CurlAndOpensslTest {

  private static final String CLIENT =
      """
      set -eu
      property() { sed -n "s/^$1=//p" client.properties; }
      path=/aps/api/v1/codes/getPaymentCode
      body='{"customerId":"shell","codeQuantity":"3","env":{"deviceTokenId":"device-0001"}}'
      time=$(date -u +%Y-%m-%dT%H:%M:%SZ)

      signature=$(printf 'POST %s\\n%s.%s.%s' "$path" "$(property clientId)" "$time" "$body" \
        | openssl dgst -sha256 -sign "$(property privateKey)" | openssl base64 -A)
      curl -sS --noproxy '*' --max-time 20 -D headers -o answer --data-binary "$body" \
        -H "Client-Id: $(property clientId)" -H "Request-Time: $time" \
        -H "Content-Type: application/json; charset=UTF-8" \
        -H "Signature: algorithm=RSA256, keyVersion=$(property keyVersion), signature=$signature" \
        "$(property gateway)$path"

      header() { tr -d '\\r' < headers | sed -n "s/^$1: //Ip"; }
      header Signature | sed 's/.*signature=//; s/%2B/+/g; s/%2F/\\//g; s/%3D/=/g' \
        | openssl base64 -d -A > answer.sig
      { printf 'POST %s\\n%s.%s.' "$path" "$(property clientId)" "$(header Response-Time)"
        cat answer; } > answer.signed
      openssl dgst -sha256 -verify "$(property alipayPublicKey)" -signature answer.sig answer.signed
      """;

  @TempDir private Path directory;

  @Test
  void curl_and_openssl_get_codes_and_verify_them() throws Exception {
    assumeTrue(onPath("curl") && onPath("openssl"), "curl or openssl is not installed");
    try (Sandbox sandbox = Sandbox.start(Fixture.options())) {
      sandbox.writeClientFiles(directory);
      assertThat(run("sh", "-c", CLIENT)).isEqualTo("Verified OK\n");
      assertThat(Files.readString(directory.resolve("answer"))).contains("\"SUCCESS\"");
      assertThat(sandbox.issued()).hasSize(3);
    }
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
