package dev.paycode.sandbox;

/** What a script does: the answer that it makes of a call, or worse. */
interface Behaviour {

  Delivery of(Call call);
}
