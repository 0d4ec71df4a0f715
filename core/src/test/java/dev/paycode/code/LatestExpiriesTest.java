package dev.paycode.code;

import static dev.paycode.code.Schedules.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LatestExpiriesTest {

  @Property
  void the_tree_finds_what_a_walk_from_the_right_finds(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> lengths,
      @ForAll @IntRange(max = 10) int second) {
    List<IssuedCode> codes =
        IntStream.range(0, lengths.size())
            .mapToObj(i -> Schedules.issued(i, 0, lengths.get(i)))
            .toList();
    LatestExpiries tree = new LatestExpiries(codes);
    Instant instant = NOON.plusSeconds(second);

    for (int last = -1; last < lengths.size(); last++) {
      int walked = last;
      while (walked >= 0 && !codes.get(walked).window().expiry().isAfter(instant)) {
        walked--;
      }
      assertThat(tree.lastExpiringAfter(instant, last)).isEqualTo(walked);
    }
  }
}
