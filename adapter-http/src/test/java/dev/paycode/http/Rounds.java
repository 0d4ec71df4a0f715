package dev.paycode.http;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Repeats the tests of the faults, each time with another seed, which is printed. */
final class Rounds implements TestTemplateInvocationContextProvider {

  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

  static {
    System.out.println("faults: -Dfaults.rounds=" + ROUNDS + " -Dfaults.seed=" + SEED);
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(Fault.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    // closed when the last test is done
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Rounds.class))
        .getOrComputeIfAbsent("end", key -> atTheEnd(new Leftovers()));
    String[] variants = context.getRequiredTestMethod().getAnnotation(Fault.class).value();
    return LongStream.range(SEED, SEED + ROUNDS)
        .boxed()
        .flatMap(seed -> Arrays.stream(variants).map(variant -> new Round(seed, variant)));
  }

  private static AutoCloseable atTheEnd(Leftovers leftovers) {
    return () -> {
      Punctuality.report();
      leftovers.assertNone();
    };
  }

  private record Round(long seed, String variant)
      implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocation) {
      return variant + " seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return type == String.class || type == Random.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == String.class ? variant : new Random(seed);
    }
  }
}
