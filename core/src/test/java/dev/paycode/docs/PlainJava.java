package dev.paycode.docs;

import dev.paycode.handling.Outcome;
import dev.paycode.port.in.Showing;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import dev.paycode.request.CustomerId;
import dev.paycode.request.DeviceEnvironment;
import dev.paycode.request.Region;
import dev.paycode.usecase.TimeAndChance;
import dev.paycode.usecase.UseCases;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** All the use cases, over a team's own gateway and store. */
final class PlainJava {

  private PlainJava() {}

  static UseCases wired(
      CodeGateway gateway, CodeSchedules schedules, RefillLeases leases, Executor executor) {
    TimeAndChance time =
        new TimeAndChance(
            InstantSource.system(),
            System::nanoTime,
            duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000),
            () -> ThreadLocalRandom.current().nextDouble());
    return UseCases.over(gateway, schedules, leases, time).prefetchingOn(executor).build();
  }

  static String screen(UseCases paycode) {
    CodeRequest request =
        CodeRequest.of(CustomerId.parse("1234567890123456"), DeviceEnvironment.of("device-0001"))
            .in(Region.parse("JP"))
            .asking(CodeQuantity.MOST);

    return paycode
        .present()
        .present(request)
        .fold(
            new Showing.Cases<>() {
              @Override
              public String code(Showing.Code showing) {
                return showing.presentation().code().reveal();
              }

              @Override
              public String notYet(Showing.NotYet showing) {
                return "Your code is valid from " + showing.from();
              }

              @Override
              public String noCode(Showing.NoCode showing) {
                return sorry(showing.outcome());
              }

              @Override
              public String storeDown(Showing.StoreDown showing) {
                return "Please try again in a moment";
              }
            });
  }

  private static String sorry(Outcome outcome) {
    return outcome
        .lastResult()
        .map(result -> result.remedy().advice())
        .orElse("Please try again in a moment");
  }
}
