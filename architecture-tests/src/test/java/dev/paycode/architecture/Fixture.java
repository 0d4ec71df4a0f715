package dev.paycode.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;

/** The packages under {@code fixture}: one hexagon, sound, or spoilt in one way. */
final class Fixture {

  private static final String PACKAGE = "dev.paycode.architecture.fixture";
  static final String ROOT = PACKAGE + ".";

  /** Imported once, because that takes longest. */
  private static final JavaClasses ALL = new ClassFileImporter().importPackages(PACKAGE);

  private Fixture() {}

  /** The sound hexagon with the packages of these fixtures added. */
  static JavaClasses withSound(String... spoilt) {
    return only(Stream.concat(Stream.of("sound"), Stream.of(spoilt)).toArray(String[]::new));
  }

  /** The classes of these packages and those below. */
  static JavaClasses only(String... packages) {
    return ALL.that(Hexagon.in(Stream.of(packages).map(each -> ROOT + each + "..").toList()));
  }

  static Hexagon hexagon() {
    return Hexagon.around(ROOT + "*.money", ROOT + "*.order")
        .portsOut(ROOT + "*.port.out")
        .portsIn(ROOT + "*.port.in")
        .useCases(ROOT + "*.usecase")
        .adapters(ROOT + "*.web..", ROOT + "*.store..")
        .application(ROOT + "*.app..")
        .coreMayUse("java.io", "java.lang..", "java.time..", "java.util..")
        .portsMaySpeak("java.lang", "java.time", "java.util")
        .wiring("com.google.inject..")
        .publicTypes(ROOT + "sound.web.OrderPage", ROOT + "sound.store.ListOrders")
        .secrets(ROOT + "sound.money.CardNumber")
        .madeOnlyBy(ROOT + "sound.web.VerifiedOrder", ROOT + "sound.web.SignatureCheck");
  }
}
