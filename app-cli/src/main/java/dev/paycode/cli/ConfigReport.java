package dev.paycode.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set and where it is from.
 *
 * @param files the files that were read, the stronger one last
 * @param settings all that can be set
 */
@JsonPropertyOrder({"files", "settings"})
record ConfigReport(List<String> files, List<Entry> settings) implements Report {

  /**
   * One of the settings.
   *
   * @param name the key in a file
   * @param value what is set, masked if it is secret; null if nothing is
   * @param origin where it is from; null if it is not set
   * @param option its name on the command line
   * @param variable its name in the environment
   */
  @JsonPropertyOrder({"name", "value", "origin", "option", "variable"})
  record Entry(
      String name,
      @Nullable String value,
      @Nullable String origin,
      String option,
      String variable) {

    private static Entry of(Setting setting, Settings settings) {
      return new Entry(
          setting.property(),
          settings.find(setting).map(Configured::shown).orElse(null),
          settings.find(setting).map(Configured::origin).orElse(null),
          setting.option(),
          setting.sourceVariable());
    }

    private String row() {
      return value == null
          ? "%-29s  not set".formatted(name)
          : "%-29s  %s  (%s)".formatted(name, Discretion.line(value), origin);
    }
  }

  static ConfigReport of(Settings settings) {
    return new ConfigReport(
        settings.files().stream().map(Object::toString).toList(),
        Setting.all().map(setting -> Entry.of(setting, settings)).toList());
  }

  @Override
  public String text() {
    return Lines.of(settings.stream().map(Entry::row)) + Lines.of(gist());
  }

  private Stream<String> gist() {
    return settings.stream().allMatch(entry -> entry.value == null)
        ? Stream.of("Nothing is set: the sandbox in this process stands in for Alipay+.")
        : Stream.empty();
  }
}
