package dev.paycode.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.paycode.message.ClientId;
import dev.paycode.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class SandboxExtensionTest {

  /** What the test classes below had handed to them: they run one after the other. */
  private static final List<Sandbox> SEEN = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static Events tests(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .execute()
        .testEvents();
  }

  private static boolean listens(Sandbox sandbox) throws IOException {
    URI uri = sandbox.uri();
    try (Socket socket = new Socket(InetAddress.getByName(uri.getHost()), uri.getPort())) {
      return socket.isConnected();
    } catch (ConnectException nobody) {
      return false;
    }
  }

  @Test
  void on_a_class_one_sandbox_serves_all_its_tests_and_is_closed_after_them() throws IOException {
    tests(OnAClass.class).assertStatistics(stats -> stats.succeeded(3));

    assertThat(SEEN).hasSize(4).containsOnly(SEEN.get(0));
    assertThat(listens(SEEN.get(0))).isFalse();
  }

  @ExtendWith(SandboxExtension.class)
  static class OnAClass {

    @BeforeAll
    static void start(Sandbox sandbox) throws IOException {
      SEEN.add(sandbox);
      assertThat(listens(sandbox)).isTrue();
    }

    @Test
    void one(Sandbox sandbox, SandboxKeys keys) {
      SEEN.add(sandbox);
      assertThat(keys).isSameAs(sandbox.keys());
    }

    @Test
    void two(Sandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Nested
    class Within {

      @Test
      void three(Sandbox sandbox) {
        SEEN.add(sandbox);
      }
    }
  }

  @Test
  void in_an_instance_field_each_test_has_its_own() throws IOException {
    tests(InAnInstanceField.class).assertStatistics(stats -> stats.succeeded(2));

    assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    assertThat(listens(SEEN.get(0)) || listens(SEEN.get(1))).isFalse();
  }

  static class InAnInstanceField {

    @RegisterExtension final SandboxExtension extension = SandboxExtension.with(Fixture.options());

    @Test
    void one(Sandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Test
    void two(Sandbox sandbox) {
      SEEN.add(sandbox);
    }
  }

  @Test
  void options_are_as_they_were_given() {
    tests(WithOptions.class).assertStatistics(stats -> stats.succeeded(1));
  }

  static class WithOptions {

    @RegisterExtension
    static final SandboxExtension EXTENSION =
        SandboxExtension.with(Fixture.options().knowing(ClientId.parse("OURS")));

    @Test
    void one(Sandbox sandbox, SandboxKeys keys) {
      assertThat(sandbox.clientId()).hasToString("OURS");
      assertThat(keys).isSameAs(TestRequest.KEYS);
    }
  }

  @Test
  void what_one_test_tells_the_sandbox_the_next_one_does_not_see() {
    tests(Telling.class).assertStatistics(stats -> stats.succeeded(2));
  }

  /** Whichever of the two comes first. */
  static class Telling {

    @RegisterExtension
    static final SandboxExtension EXTENSION = SandboxExtension.with(Fixture.options());

    @Test
    void one(Sandbox sandbox) throws Exception {
      tell(sandbox);
    }

    @Test
    void two(Sandbox sandbox) throws Exception {
      tell(sandbox);
    }

    private static void tell(Sandbox sandbox) throws Exception {
      assertThat(Fixture.send(sandbox, TestRequest.anyRequest()).statusCode()).isEqualTo(200);
      sandbox.answer(request -> true, Script.like(ScriptedCustomer.HTTP_502));
      assertThat(Fixture.send(sandbox, TestRequest.anyRequest()).statusCode()).isEqualTo(502);
    }
  }

  @Test
  void a_constructor_that_comes_before_all_others_gets_the_sandbox_of_the_class() {
    tests(InTheConstructor.class).assertStatistics(stats -> stats.succeeded(1));

    assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
  }

  @ExtendWith(SandboxExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class InTheConstructor {

    InTheConstructor(Sandbox sandbox) {
      SEEN.add(sandbox);
    }

    @Test
    void one(Sandbox sandbox) {
      SEEN.add(sandbox);
    }
  }

  @Test
  void what_a_script_throws_is_the_failure_of_its_test_and_of_no_other() {
    Events tests = tests(WithABrokenScript.class);

    tests.assertStatistics(stats -> stats.succeeded(1).failed(1));
    tests
        .failed()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                instanceOf(AssertionError.class),
                message(
                    "a script or rule of the sandbox threw"
                        + " java.lang.IllegalStateException: a mistake"),
                cause(instanceOf(IllegalStateException.class)),
                suppressed(0, instanceOf(IllegalStateException.class))));
  }

  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class WithABrokenScript {

    @RegisterExtension
    static final SandboxExtension EXTENSION = SandboxExtension.with(Fixture.options());

    @Test
    void one_that_tells(Sandbox sandbox) throws Exception {
      sandbox.answer(
          request -> {
            throw new IllegalStateException("a mistake");
          },
          Script.codes());
      assertThat(Fixture.send(sandbox, TestRequest.anyRequest()).statusCode()).isEqualTo(500);
      assertThat(Fixture.send(sandbox, TestRequest.anyRequest()).statusCode()).isEqualTo(500);
    }

    @Test
    void two_that_comes_after_it(Sandbox sandbox) throws Exception {
      assertThat(Fixture.send(sandbox, TestRequest.anyRequest()).statusCode()).isEqualTo(200);
    }
  }
}
