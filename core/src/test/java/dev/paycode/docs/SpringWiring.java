package dev.paycode.docs;

import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.RetirePaymentCodes;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.usecase.UseCases;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases as Spring beans; the ports are beans that the team declares elsewhere. */
@Configuration
class SpringWiring {

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService prefetcher() {
    return Executors.newFixedThreadPool(4);
  }

  @Bean
  UseCases paycode(
      CodeGateway gateway,
      CodeSchedules schedules,
      RefillLeases leases,
      ExecutorService prefetcher) {
    return PlainJava.wired(gateway, schedules, leases, prefetcher);
  }

  @Bean
  PresentPaymentCode presentPaymentCode(UseCases paycode) {
    return paycode.present();
  }

  @Bean
  RetirePaymentCodes retirePaymentCodes(UseCases paycode) {
    return paycode.retire();
  }
}
