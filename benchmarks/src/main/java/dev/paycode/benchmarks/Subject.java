package dev.paycode.benchmarks;

import java.util.Locale;
import java.util.function.Supplier;

/** What is measured, in the order of the page. */
enum Subject {
  SIGNATURES(SignatureMeasurement::new),
  MESSAGES(MessageMeasurement::new),
  CALLS(CallMeasurement::new),
  PRESENT(PresentMeasurement::new),
  UPSTREAM(UpstreamMeasurement::new),
  OUTAGE(OutageMeasurement::new),
  START(StartMeasurement::new),
  SIZE(SizeMeasurement::new);

  @SuppressWarnings("ImmutableEnumChecker") // all are constructors
  private final Supplier<Measurement> measurement;

  Subject(Supplier<Measurement> measurement) {
    this.measurement = measurement;
  }

  Measurement measurement() {
    return measurement.get();
  }

  /** Its name on the command line and in the page. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
