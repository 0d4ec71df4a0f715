package dev.paycode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Outcome;
import dev.paycode.handling.Reply;
import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.RetirePaymentCodes;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.usecase.UseCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class EmbeddingGuideTest {

  private static final List<String> GUIDES = List.of("embedding-core.md", "adapters.md");
  private static final Path SOURCES = Path.of("src", "test", "java", "dev", "paycode", "docs");
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final AtomicLong millis = new AtomicLong();

  static List<String> snippets() {
    return GUIDES.stream().flatMap(EmbeddingGuideTest::snippetsOf).toList();
  }

  private static Stream<String> snippetsOf(String guide) {
    String text = text(Path.of("..", "docs", guide));
    return SNIPPET.matcher(text).results().map(found -> found.group(1));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void every_snippet_of_the_guides_stands_in_a_source_file_that_is_compiled(String snippet)
      throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(EmbeddingGuideTest::text))
          .anyMatch(source -> withoutSpace(source).contains(withoutSpace(snippet)));
    }
  }

  @Test
  void the_guides_have_snippets() {
    assertThat(snippetsOf("embedding-core.md")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(snippetsOf("adapters.md")).hasSizeGreaterThanOrEqualTo(3);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void the_schedule_alone_knows_what_to_show() {
    assertThat(OwnSchedule.whatToShow(Instant.parse("2024-06-01T04:00:10Z")))
        .hasValue("281006020000000000125733");
    assertThat(OwnSchedule.whatToShow(Instant.parse("2024-06-01T04:00:30Z")))
        .hasValue("281006020000000000125741");
    assertThat(OwnSchedule.whatToShow(Instant.parse("2024-06-01T04:01:25Z"))).isEmpty();
  }

  @Test
  void the_blocking_loop_retries_what_is_lost_and_ends_with_what_is_refused() {
    Queue<Reply> replies = replies();
    OwnLoop.Blocking loop =
        new OwnLoop.Blocking(
            timeout -> replies.remove(), this::now, pause -> pass(pause), () -> 0.5);

    assertThat(loop.run()).isEqualTo(refusedAtTheSecondAttempt());
    assertThat(now()).isEqualTo(Instant.ofEpochMilli(50));
  }

  @Test
  void the_callbacks_come_to_the_same_end() {
    Queue<Reply> replies = replies();
    OwnLoop.NonBlocking loop =
        new OwnLoop.NonBlocking(
            timeout -> CompletableFuture.completedFuture(replies.remove()),
            delay ->
                task -> {
                  pass(delay);
                  task.run();
                },
            this::now,
            () -> 0.5);

    assertThat(loop.run().join()).isEqualTo(refusedAtTheSecondAttempt());
    assertThat(now()).isEqualTo(Instant.ofEpochMilli(50));
  }

  @Test
  void spring_wires_the_use_cases_from_the_ports() {
    try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
      spring.registerBean(UnusedPorts.class);
      spring.registerBean(
          CodeGateway.class,
          () ->
              request -> {
                throw new UnsupportedOperationException();
              });
      spring.register(SpringWiring.class);
      spring.refresh();

      UseCases paycode = spring.getBean(UseCases.class);
      assertThat(spring.getBean(PresentPaymentCode.class)).isSameAs(paycode.present());
      assertThat(spring.getBean(RetirePaymentCodes.class)).isSameAs(paycode.retire());
    }
  }

  private static Queue<Reply> replies() {
    Queue<Reply> replies = new ArrayDeque<>();
    replies.add(new Reply.NoResult(Cause.CONNECTION_LOST));
    replies.add(new Reply.Unauthenticated(refusal()));
    return replies;
  }

  private static Result refusal() {
    return Result.of(ResultStatus.F, ResultCode.parse("INVALID_SIGNATURE"), "");
  }

  private static Outcome refusedAtTheSecondAttempt() {
    return new Outcome.Refused(refusal(), false, 2);
  }

  private Instant now() {
    return Instant.ofEpochMilli(millis.get());
  }

  private void pass(Duration duration) {
    millis.addAndGet(duration.toMillis());
  }
}
