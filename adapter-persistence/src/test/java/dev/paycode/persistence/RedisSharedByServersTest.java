package dev.paycode.persistence;

import static dev.paycode.contract.Fixtures.batch;
import static dev.paycode.contract.Fixtures.request;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.handling.Reply;
import dev.paycode.message.KeyVersion;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.PreparedCall;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import dev.paycode.result.ResultCode;
import dev.paycode.result.ResultStatus;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSharedByServersTest {

  private static final int SERVERS = 4;
  private static final int THREADS = 8;
  private static final int HOLDERS = 200;

  @RegisterExtension static final SharedRedis REDIS = SharedRedis.server();

  private final AlipayPlus alipayPlus = new AlipayPlus();
  private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();

  @Test
  void every_holder_costs_one_call_and_no_code_is_shown_to_two() throws Exception {
    List<CodeRequest> requests =
        IntStream.range(0, HOLDERS).mapToObj(i -> request("customer-" + i, "device")).toList();
    List<RedisStore> stores = IntStream.range(0, SERVERS).mapToObj(i -> opened()).toList();

    allAtOnce(stores, requests);
    stores.forEach(RedisStore::close);

    assertThat(alipayPlus.calls)
        .hasSize(HOLDERS)
        .allSatisfy((holder, calls) -> assertThat(calls).hasValue(1));
    assertThat(shown).hasSize(SERVERS * THREADS * HOLDERS);
    assertThat(holdersByCode()).allSatisfy((code, holders) -> assertThat(holders).hasSize(1));
  }

  private static RedisStore opened() {
    return RedisStore.at(REDIS.address()).open(SharedRedis.KEYS, SharedRedis.SCOPE, row -> {});
  }

  private void allAtOnce(List<RedisStore> stores, List<CodeRequest> requests) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SERVERS * THREADS);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (RedisStore store : stores) {
        UseCases server = UseCases.over(alipayPlus, store, store, time()).build();
        IntStream.range(0, THREADS)
            .mapToObj(seed -> threads.submit(() -> showAll(server, requests, new Random(seed))))
            .forEach(done::add);
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void showAll(UseCases server, List<CodeRequest> requests, Random order) {
    List<CodeRequest> shuffled = new ArrayList<>(requests);
    Collections.shuffle(shuffled, order);
    for (CodeRequest request : shuffled) {
      if (server.present().present(request) instanceof Showing.Code code) {
        shown.add(new Shown(request.holder(), code.presentation().issued().code()));
      }
    }
  }

  private Map<PaymentCode, Set<CodeHolder>> holdersByCode() {
    return shown.stream().collect(groupingBy(Shown::code, mapping(Shown::holder, toSet())));
  }

  private static TimeAndChance time() {
    return new TimeAndChance(
        InstantSource.system(),
        System::nanoTime,
        duration -> Thread.sleep(duration.toMillis()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private record Shown(CodeHolder holder, PaymentCode code) {}

  /** Issues codes that nobody had before, and counts. */
  private static final class AlipayPlus implements CodeGateway {

    private final ConcurrentMap<CodeHolder, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger();

    @Override
    public PreparedCall prepare(CodeRequest request) {
      return new PreparedCall() {
        @Override
        public Reply send(Duration timeout) {
          calls.computeIfAbsent(request.holder(), any -> new AtomicInteger()).incrementAndGet();
          return issued(request.quantity().value());
        }

        @Override
        public String bodyDigest() {
          return "digest";
        }
      };
    }

    private Reply issued(int quantity) {
      Instant now = Instant.now();
      List<IssuedCode> codes = batch(lastNumber.getAndAdd(quantity), quantity, now);
      return new Reply.Answer(
          Result.of(ResultStatus.S, ResultCode.parse("SUCCESS"), ""),
          codes,
          0,
          now,
          KeyVersion.FIRST);
    }
  }
}
