package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import dev.paycode.result.Result;
import dev.paycode.result.SpecifiedCode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

  private static final CodeRequest SMALLEST =
      CodeRequest.of(CustomerId.parse("c"), DeviceEnvironment.of("d"));

  @Test
  void a_full_body_is_read_in_full() {
    assertThat(
            request(
                "{'region':'JP','customerId':'c','codeQuantity':'10','env':{'deviceTokenId':'d'}}"))
        .isEqualTo(SMALLEST.in(Region.parse("JP")).asking(CodeQuantity.MOST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'customerId':'c','env':{'deviceTokenId':'d'}}",
        "{'region':null,'customerId':'c','codeQuantity':null,'env':{'deviceTokenId':'d'}}",
        "{'customerId':'c','env':{'deviceTokenId':'d','osType':'IOS','clientIp':null}}",
        "{'customerId':'c','env':{'deviceTokenId':'d'},'indirectMpp':{'list':['x',null]}}",
        " { 'customerId' : 'c' ,\n 'env' : { 'deviceTokenId' : 'd' } } \n",
      })
  void what_is_null_unknown_or_left_out_does_not_matter(String body) {
    assertThat(request(body)).isEqualTo(SMALLEST);
  }

  static Stream<Arguments> illegalBodies() {
    return Stream.of(
        arguments("customerId", "{'env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':null,'env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':'','env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':' ','env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':7,'env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':{},'env':{'deviceTokenId':'d'}}"),
        arguments("customerId", "{'customerId':'\\ud800','env':{'deviceTokenId':'d'}}"),
        arguments(
            "customerId", "{'customerId':'" + "x".repeat(65) + "','env':{'deviceTokenId':'d'}}"),
        arguments("env.deviceTokenId", "{'customerId':'c'}"),
        arguments("env.deviceTokenId", "{'customerId':'c','env':null}"),
        arguments("env.deviceTokenId", "{'customerId':'c','env':'d'}"),
        arguments("env.deviceTokenId", "{'customerId':'c','env':{}}"),
        arguments("env.deviceTokenId", "{'customerId':'c','env':{'deviceTokenId':''}}"),
        arguments(
            "env.deviceTokenId",
            "{'customerId':'c','env':{'deviceTokenId':'" + "x".repeat(65) + "'}}"),
        arguments("env.osType", "{'customerId':'c','env':{'deviceTokenId':'d','osType':''}}"),
        arguments("env.isRooted", "{'customerId':'c','env':{'deviceTokenId':'d','isRooted':true}}"),
        arguments("region", with("'region':''")),
        arguments("region", with("'region':'jp'")),
        arguments("region", with("'region':'XX'")),
        arguments("region", with("'region':'JPN'")),
        arguments("region", with("'region':['JP']")),
        arguments("codeQuantity", with("'codeQuantity':2")),
        arguments("codeQuantity", with("'codeQuantity':'0'")),
        arguments("codeQuantity", with("'codeQuantity':'11'")),
        arguments("codeQuantity", with("'codeQuantity':'+2'")),
        arguments("codeQuantity", with("'codeQuantity':'two'")),
        arguments("indirectMpp.list[1]", with("'indirectMpp':{'list':['x',1.5]}")));
  }

  private static String with(String member) {
    return "{'customerId':'c','env':{'deviceTokenId':'d'}," + member + "}";
  }

  @ParameterizedTest
  @MethodSource("illegalBodies")
  void a_parameter_that_breaks_its_rule_is_named(String parameter, String body) {
    Result result = refusal(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    assertThat(result.code()).isEqualTo(SpecifiedCode.PARAM_ILLEGAL.code());
    assertThat(result.message()).startsWith("Illegal parameter " + parameter + ": it must be ");
  }

  static Stream<byte[]> strangeBodies() {
    String right = "{'customerId':'c','env':{'deviceTokenId':'d'}}";
    return Stream.concat(
        Stream.of(
                "",
                " ",
                "null",
                "7",
                "'text'",
                "[" + right + "]",
                right + right,
                right + "x",
                right.substring(0, right.length() - 1),
                "\uFEFF" + right,
                "{'customerId':'c','customerId':'c','env':{'deviceTokenId':'d'}}",
                "{'customerId':'c','custo\\u006derId':'x','env':{'deviceTokenId':'d'}}",
                "{'customerId':'c','env':{'deviceTokenId':'d'},}",
                "{'customerId':'c',/* */'env':{'deviceTokenId':'d'}}",
                "{'x':" + "[".repeat(40_000) + "]".repeat(40_000) + "}")
            .map(text -> text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
        Stream.of(
            "{\"customerId\":\"é\",\"env\":{\"deviceTokenId\":\"d\"}}"
                .getBytes(StandardCharsets.ISO_8859_1),
            "{\"customerId\":\"c\",\"env\":{\"deviceTokenId\":\"d\"}}"
                .getBytes(StandardCharsets.UTF_16)));
  }

  @ParameterizedTest
  @MethodSource("strangeBodies")
  void a_body_that_is_not_one_json_object_with_one_meaning_is_refused(byte[] body) {
    assertThat(refusal(body).message()).startsWith("Illegal parameter body: ");
  }

  private static CodeRequest request(String body) {
    return RequestBody.judge(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
        .fold(
            accepted -> accepted,
            refused -> {
              throw new AssertionError(refused);
            });
  }

  private static Result refusal(byte[] body) {
    return RequestBody.judge(body)
        .fold(
            accepted -> {
              throw new AssertionError(accepted);
            },
            refused -> refused);
  }
}
