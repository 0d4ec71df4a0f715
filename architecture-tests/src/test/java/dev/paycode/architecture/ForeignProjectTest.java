package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that docs/architecture.md shows to other teams, compiled and run on a small shop. */
class ForeignProjectTest {

  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final List<String> SHOP =
      List.of(
          """
          package com.acme.shop.money;

          public record Money(long cents) {}
          """,
          """
          package com.acme.shop.order;

          import com.acme.shop.money.Money;

          public record Order(String number, Money price) {}
          """,
          """
          package com.acme.shop.port.out;

          import com.acme.shop.order.Order;

          public interface Orders {
            void keep(Order order);
          }
          """,
          """
          package com.acme.shop.port.in;

          import com.acme.shop.money.Money;

          public interface PlaceOrder {
            void place(String number, Money price);
          }
          """,
          """
          package com.acme.shop.usecase;

          import com.acme.shop.money.Money;
          import com.acme.shop.order.Order;
          import com.acme.shop.port.in.PlaceOrder;
          import com.acme.shop.port.out.Orders;

          public final class PlaceOrderService implements PlaceOrder {
            private final Orders orders;

            public PlaceOrderService(Orders orders) {
              this.orders = orders;
            }

            @Override
            public void place(String number, Money price) {
              orders.keep(new Order(number, price));
            }
          }
          """,
          """
          package com.acme.shop.jdbc;

          import com.acme.shop.order.Order;
          import com.acme.shop.port.out.Orders;

          public final class JdbcOrders implements Orders {
            @Override
            public void keep(Order order) {}
          }
          """,
          """
          package com.acme.shop.web;

          import com.acme.shop.money.Money;
          import com.acme.shop.port.in.PlaceOrder;

          public final class OrderController {
            private final PlaceOrder orders;

            public OrderController(PlaceOrder orders) {
              this.orders = orders;
            }

            public void post(String number, long cents) {
              orders.place(number, new Money(cents));
            }
          }
          """,
          """
          package com.acme.shop.app;

          import com.acme.shop.jdbc.JdbcOrders;
          import com.acme.shop.usecase.PlaceOrderService;
          import com.acme.shop.web.OrderController;

          final class Main {
            public static void main(String[] arguments) {
              new OrderController(new PlaceOrderService(new JdbcOrders())).post("1", 100);
              System.out.println("done");
            }
          }
          """);

  private static final List<String> SHORTCUTS =
      List.of(
          """
          package com.acme.shop.money;

          import java.time.Instant;

          final class Rate {
            Instant fetched() {
              return Instant.now();
            }
          }
          """,
          """
          package com.acme.shop.web;

          import com.acme.shop.jdbc.JdbcOrders;

          interface Shortcut {
            JdbcOrders orders();
          }
          """,
          """
          package com.acme.shop.web;

          public final class Debug {
            void debug(String text) {
              System.out.println(text);
            }
          }
          """);

  @TempDir private Path directory;

  @Test
  void a_sound_project_passes_every_rule() throws Exception {
    assertThat(brokenLaws(SHOP)).isEmpty();
  }

  @Test
  void a_project_with_shortcuts_fails_the_rules_against_them_and_no_other() throws Exception {
    assertThat(brokenLaws(Stream.of(SHOP, SHORTCUTS).flatMap(List::stream).toList()))
        .containsExactly(
            "The core takes time and chance from its caller, never from the system",
            "Adapters meet only in the core's ports",
            "Adapters show only the types that are declared public",
            "Only the application prints");
  }

  private List<String> brokenLaws(List<String> project) throws Exception {
    Path classes = Files.createDirectories(directory.resolve("target/classes"));
    Path tests = Files.createDirectories(directory.resolve("target/test-classes"));
    SourceCompiler.compile(classes, project);
    SourceCompiler.compile(tests, List.of(snippet()));
    URL[] classPath = {classes.toUri().toURL(), tests.toUri().toURL()};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classPath, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      return tests(loader).flatMap(test -> brokenLaw(test).stream()).toList();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static String snippet() throws IOException {
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Paycode.file("docs", "architecture.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(snippets).as("Java snippets in docs/architecture.md").hasSize(1);
    return snippets.get(0);
  }

  @SuppressWarnings("unchecked") // a test factory yields dynamic tests
  private static Stream<DynamicTest> tests(ClassLoader loader) throws Exception {
    Class<?> shown = loader.loadClass("com.acme.shop.ArchitectureTest");
    Constructor<?> constructor = shown.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method factory = shown.getDeclaredMethod("architecture");
    factory.setAccessible(true);
    List<DynamicTest> tests =
        ((Stream<DynamicTest>) factory.invoke(constructor.newInstance())).toList();
    assertThat(tests).hasSameSizeAs(HexagonalRules.of(Paycode.HEXAGON));
    return tests.stream();
  }

  private static Optional<String> brokenLaw(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return Optional.empty();
    } catch (Throwable violated) {
      assertThat(violated).isInstanceOf(AssertionError.class);
      return Optional.of(test.getDisplayName().replaceFirst(", because .*", ""));
    }
  }
}
