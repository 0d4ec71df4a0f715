package dev.paycode.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.contract.Fixtures;
import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A thousand holders look at their codes for an hour, and every code is accounted for. */
class HourOfDisplayTest {

  private static final int HOLDERS = 1000;
  private static final Instant END = VirtualTime.NOON.plusSeconds(3600);
  private static final long SEED = 20240601;

  private record Look(Instant at, CodeRequest request) {}

  private final VirtualTime time = new VirtualTime();
  private final ScriptedGateway gateway = new ScriptedGateway(time);
  private final PlainStore store = new PlainStore(time);
  private final UseCases useCases =
      UseCases.over(gateway, store, store, time.timeAndChance()).build();
  private final Random random = new Random(SEED);
  private final Map<PaymentCode, CodeHolder> shownTo = new HashMap<>();
  private final Set<PaymentCode> retired = new HashSet<>();
  private final Set<PaymentCode> boughtInVain = new HashSet<>();
  private final List<String> violations = new ArrayList<>();

  @Test
  void every_code_received_was_shown_or_superseded_or_retired_or_has_expired_or_is_still_held() {
    PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparing(Look::at));
    everybody().forEach(request -> looks.add(new Look(firstLook(), request)));

    while (looks.peek().at().isBefore(END)) {
      Look look = looks.remove();
      if (time.now().isBefore(look.at())) {
        time.pass(Duration.between(time.now(), look.at()));
      }
      looks.add(new Look(lookAt(look.request()), look.request()));
    }

    accountForEveryCode();
    assertThat(gateway.sent().size() - boughtInVain.size())
        .as("calls per user-hour, with a payment every few minutes")
        .isLessThan(HOLDERS * 20);
  }

  private Instant firstLook() {
    return VirtualTime.NOON.plusMillis(random.nextInt(60_000));
  }

  private static List<CodeRequest> everybody() {
    return IntStream.range(0, HOLDERS)
        .mapToObj(i -> Fixtures.request("customer-" + i, "phone").asking(CodeQuantity.MOST))
        .toList();
  }

  /** One look at the screen; answers when the next one is. */
  private Instant lookAt(CodeRequest request) {
    if (gateway.followsNoScript() && random.nextInt(50) == 0) {
      gateway.then(
          (lost, timeout) -> {
            ((Reply.Answer) gateway.issue(lost))
                .codes()
                .forEach(code -> boughtInVain.add(code.code()));
            return new Reply.NoResult(Cause.CONNECTION_LOST);
          });
    }
    Showing showing = useCases.present().present(request);
    if (showing instanceof Showing.NotYet notYet) {
      return notYet.from();
    }
    if (!(showing instanceof Showing.Code shown)) {
      return time.now().plusSeconds(5);
    }
    PaymentCode code = shown.presentation().code();
    check(shown.presentation().issued().window().contains(time.now()), code, "shown in its window");
    check(!retired.contains(code), code, "not shown after its retirement");
    check(!boughtInVain.contains(code), code, "not shown from a lost answer");
    CodeHolder first = shownTo.putIfAbsent(code, request.holder());
    check(first == null || first.equals(request.holder()), code, "shown to one holder only");
    if (random.nextInt(10) == 0) {
      useCases.retire().retire(request.holder(), code);
      retired.add(code);
      return time.now().plusSeconds(1);
    }
    return shown.askAgainAt();
  }

  private void check(boolean kept, PaymentCode code, String law) {
    if (!kept) {
      violations.add(code + " is not " + law);
    }
  }

  private void accountForEveryCode() {
    Set<PaymentCode> held =
        everybody().stream()
            .flatMap(request -> store.find(request.holder()).prune(time.now()).codes().stream())
            .map(IssuedCode::code)
            .collect(Collectors.toSet());
    for (IssuedCode issued : gateway.issued()) {
      PaymentCode code = issued.code();
      boolean expired = !issued.window().expiry().isAfter(time.now());
      long fates =
          Stream.of(boughtInVain, retired, held).filter(fate -> fate.contains(code)).count();
      check(fates == 1 || (fates == 0 && expired), code, "accounted for exactly once");
    }
    Set<PaymentCode> received =
        gateway.issued().stream().map(IssuedCode::code).collect(Collectors.toSet());
    assertThat(received.containsAll(shownTo.keySet())).isTrue();
    assertThat(received.containsAll(held)).isTrue();
    assertThat(shownTo.size()).isGreaterThan(HOLDERS * 60);
    assertThat(violations).isEmpty();
  }
}
