package dev.paycode.benchmarks;

import com.alibaba.fastjson.JSON;
import com.alipay.global.api.AlipayClient;
import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.paycode.code.PaymentCode;
import dev.paycode.http.HttpCodeGateway;
import dev.paycode.signing.RsaSigner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.activation.DataSource;
import javax.validation.Valid;
import javax.xml.bind.DatatypeConverter;
import org.apache.commons.lang3.StringUtils;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import tools.jackson.core.json.JsonFactory;

/** What each way to get codes adds to an application: jars, each named by a class in it. */
final class SizeMeasurement implements Measurement {

  private static final double MEGABYTE = 1e6;

  private static final List<Class<?>> CORE = List.of(PaymentCode.class);
  private static final List<Class<?>> ADAPTERS =
      List.of(
          PaymentCode.class,
          HttpCodeGateway.class,
          RsaSigner.class,
          JsonFactory.class,
          BouncyCastleProvider.class,
          PEMParser.class,
          CMSAttributes.class);
  private static final List<Class<?>> NATIVE = List.of(AmazonCorrettoCryptoProvider.class);
  private static final List<Class<?>> SDK =
      List.of(
          AlipayClient.class,
          JSON.class,
          StringUtils.class,
          Valid.class,
          DatatypeConverter.class,
          DataSource.class);

  @Override
  public String tables(Workshop workshop) throws IOException {
    return new Table("Added to an application by", "jars", "MB")
        .row(row("Paycode's core alone", CORE))
        .row(row("Paycode's core, gateway and signing", ADAPTERS))
        .row(row("the native provider, if wanted", NATIVE))
        .row(row("official SDK, but for the `bcprov-jdk15on` that it declares", SDK))
        .toString();
  }

  private static String[] row(String head, List<Class<?>> classes) throws IOException {
    long bytes = 0;
    for (Class<?> type : classes) {
      bytes += size(home(type));
    }
    return new String[] {
      head, String.valueOf(classes.size()), String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE)
    };
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(type + " was loaded from nowhere", impossible);
    }
  }

  /** Of a jar, or of the directory that will become one. */
  private static long size(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
