package dev.paycode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BoxTest {

  @Test
  void a_path_has_the_same_digits_where_people_write_others() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(Box.path(List.of(new Box(1, 2, 3, 4), new Box(5, 6, 7, 8))))
          .isEqualTo("M1 2h3v4h-3zM5 6h7v8h-7z");
    } finally {
      Locale.setDefault(usual);
    }
  }
}
