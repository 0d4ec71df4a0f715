package dev.paycode.architecture;

/** The parts of a hexagon and the lists of names that go with it. */
enum Part {
  DOMAIN("domain package"),
  PORTS_OUT("package of outgoing ports"),
  PORTS_IN("package of incoming ports"),
  USE_CASES("package of use cases"),
  ADAPTERS("package of an adapter"),
  APPLICATION("package of the application"),
  CORE_MAY_USE("package the core may use"),
  PORTS_MAY_SPEAK("package the ports may speak of"),
  WIRING("package of a wiring framework"),
  PUBLIC_TYPES("public type of an adapter"),
  SECRETS("secret type");

  private final String meaning;

  Part(String meaning) {
    this.meaning = meaning;
  }

  /** What a name of this part stands for, in words. */
  String meaning() {
    return meaning;
  }
}
