package dev.paycode.architecture;

import static dev.paycode.architecture.Fixture.ROOT;

import java.util.List;

/** One breach of each rule, in the order of the rules. */
final class Breaches {

  static final List<Breach> ALL =
      List.of(
          Breach.of(
              "Every package and type that the description names exists",
              Fixture.hexagon()
                  .adapters(ROOT + "*.wed..")
                  .secrets(ROOT + "sound.money.CardNumbr")
                  .madeOnlyBy(ROOT + "sound.order.Order", ROOT + "sound.web.Nobody"),
              "sound",
              "No class is in <*.wed..>, declared as a package of an adapter",
              "There is no <sound.money.CardNumbr>, declared as a secret type",
              "There is no <sound.web.Nobody>, declared as a guarded type or its maker"),
          Breach.of(
              "Every class is in one of the declared packages",
              "misplaced",
              "Class <misplaced.util.Strings> does not reside in any package ['*.money',"
                  + " '*.order', '*.port.out', '*.port.in', '*.usecase', '*.web..', '*.store..',"
                  + " '*.app..']"),
          Breach.of(
              "The core depends on itself and on what it may use, and on nothing else",
              "impure",
              "Class <impure.money.Tagged> is annotated with <org.junit.jupiter.api.Tag>"),
          Breach.of(
              "Inside the core, imports run only upwards in the declared order of packages",
              "downward",
              "Method <downward.money.Priced.order()> has return type <sound.order.Order>"),
          Breach.of(
              "Packages form no cycle",
              "ring",
              String.join(
                  System.lineSeparator(),
                  "Cycle detected: Slice ring.app.one -> ",
                  "                Slice ring.app.two -> ",
                  "                Slice ring.app.one",
                  "  1. Dependencies of Slice ring.app.one",
                  "    - Method <ring.app.one.One.two()> has return type <ring.app.two.Two>",
                  "  2. Dependencies of Slice ring.app.two",
                  "    - Method <ring.app.two.Two.one()> has return type <ring.app.one.One>")),
          Breach.of(
              "The core takes time and chance from its caller, never from the system",
              "clock",
              "Constructor <clock.order.Stamps.<init>()> references method"
                  + " <java.lang.System.nanoTime()>",
              "Method <clock.order.Stamps.chance(long)> calls constructor"
                  + " <java.util.Random.<init>()>",
              "Method <clock.order.Stamps.chance(long)> calls method <java.lang.Math.random()>",
              "Method <clock.order.Stamps.pause()> calls method <java.lang.Thread.sleep(long)>",
              "Method <clock.order.Stamps.stamp(java.time.Clock)> calls method"
                  + " <java.time.Instant.now()>",
              "Method <clock.order.Stamps.stamp(java.time.Clock)> calls method"
                  + " <java.util.UUID.randomUUID()>"),
          Breach.of(
              "Ports are interfaces, beside the records, enums and exceptions they exchange",
              "portclass",
              "Class <portclass.port.out.OrdersBase> is neither interface, record, enum nor exception"),
          Breach.of(
              "Ports speak the language of the core",
              "portwords",
              "Method <portwords.port.out.Exports.export(java.util.List)> names"
                  + " <java.io.OutputStream>"),
          Breach.of(
              "Adapters meet only in the core's ports",
              "neighbour",
              "Method <neighbour.web.Shortcut.store()> has return type <sound.store.ListOrders>"),
          Breach.of(
              "Adapters use the domain and the ports, not what stands behind them",
              "inward",
              "Method <inward.web.Impatient.service()> has return type"
                  + " <sound.usecase.PlaceOrderService>"),
          Breach.of(
              "Adapters show only the types that are declared public",
              "exposed",
              "Class <exposed.store.Row> is public"),
          Breach.of(
              "Only the application wires",
              "wired",
              "Class <wired.store.Injected> is annotated with <com.google.inject.Singleton>"),
          Breach.of(
              "Which certificate and which host name is good, the platform decides",
              "trust",
              "Class <trust.web.EverybodyIsTrusted> decides whom to trust",
              "Method <trust.web.AnyNameWillDo.passedOn(javax.net.ssl.HttpsURLConnection)> calls"
                  + " method <javax.net.ssl.HttpsURLConnection.setHostnameVerifier("
                  + "javax.net.ssl.HostnameVerifier)>",
              "Method <trust.web.AnyNameWillDo.returned()> has return type"
                  + " <javax.net.ssl.HostnameVerifier>"),
          Breach.of(
              "Nothing uses Java serialization",
              "serial",
              "Class <serial.store.Saved> is Serializable",
              "Method <serial.store.Saved.load(java.io.InputStream)> calls constructor"
                  + " <java.io.ObjectInputStream.<init>(java.io.InputStream)>",
              "Method <serial.store.Saved.load(java.io.InputStream)> calls method"
                  + " <java.io.ObjectInputStream.readObject()>"),
          Breach.of(
              "Secret types write their own toString",
              Fixture.hexagon().secrets(ROOT + "secret.money.Pin", ROOT + "secret.money.Password"),
              "secret",
              "Class <secret.money.Password> does not override toString",
              "Class <secret.money.Pin> prints all its components by the record's own toString"),
          Breach.of(
              "Guarded types are made only by those who check first",
              Fixture.hexagon()
                  .madeOnlyBy(
                      ROOT + "forged.web.Forger$Verified", ROOT + "forged.web.Forger$Check"),
              "forged",
              "Constructor <forged.web.Forger.<init>()> references constructor"
                  + " <forged.web.Forger$Verified.<init>()>",
              "Method <forged.web.Forger.direct()> calls constructor"
                  + " <forged.web.Forger$Verified.<init>()>"),
          Breach.of(
              "Only the application prints",
              "printing",
              "Method <printing.web.Chatty.say()> gets field <java.lang.System.err>"),
          Breach.of(
              "Nothing static changes",
              "statics",
              "Field <statics.store.Shared$Cache.HIDDEN> may change",
              "Field <statics.store.Shared.CONCRETE> may change",
              "Field <statics.store.Shared.COUNTER> may change",
              "Field <statics.store.Shared.NAMES> may change",
              "Field <statics.store.Shared.last> may change"));

  private Breaches() {}
}
