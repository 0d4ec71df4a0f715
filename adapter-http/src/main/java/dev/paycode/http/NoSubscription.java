package dev.paycode.http;

import java.util.concurrent.Flow.Subscription;

/** Stands in for a subscription where there is none, or none yet. */
record NoSubscription() implements Subscription {

  @Override
  public void request(long count) {}

  @Override
  public void cancel() {}
}
