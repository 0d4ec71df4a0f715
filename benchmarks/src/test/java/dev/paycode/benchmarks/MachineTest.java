package dev.paycode.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void a_machine_with_something_else_to_do_is_told_apart() throws Exception {
    assertThat(table(0.51)).contains("| Load before | 0.51 **(not quiet");
    assertThat(table(0.5)).contains("| Load before | 0.50 |");
  }

  private static String table(double load) throws IOException, InterruptedException {
    return new Machine("a processor, 2 cores", 4, load).table(Effort.QUICK);
  }
}
