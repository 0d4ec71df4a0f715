package dev.paycode.code;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A search tree over the expiries of codes ordered by start: each inner node holds the latest
 * expiry below it, so that the freshest unexpired code is found in O(log n) even where long windows
 * enclose short ones.
 */
final class LatestExpiries {

  private static final int ROOT = 1;

  private final int leaves;
  private final Instant[] latest;

  LatestExpiries(List<IssuedCode> codes) {
    leaves = Integer.highestOneBit(Math.max(1, codes.size()) * 2 - 1);
    latest = new Instant[leaves * 2];
    Arrays.fill(latest, Instant.MIN);
    for (int i = 0; i < codes.size(); i++) {
      latest[leaves + i] = codes.get(i).window().expiry();
    }
    for (int node = leaves - 1; node >= ROOT; node--) {
      Instant left = latest[2 * node];
      Instant right = latest[2 * node + 1];
      latest[node] = left.isAfter(right) ? left : right;
    }
  }

  /** The greatest index not above {@code last} whose code expires after {@code instant}, or -1. */
  int lastExpiringAfter(Instant instant, int last) {
    if (last < 0) {
      return -1;
    }
    int node = leaves + last;
    while (!latest[node].isAfter(instant)) {
      while (isLeftChild(node)) {
        node /= 2;
      }
      if (node <= ROOT) {
        return -1;
      }
      node--;
    }
    while (node < leaves) {
      int right = 2 * node + 1;
      node = latest[right].isAfter(instant) ? right : right - 1;
    }
    return node - leaves;
  }

  /** Whether nothing lies to the left of the node under its parent. */
  private static boolean isLeftChild(int node) {
    return node % 2 == 0;
  }
}
