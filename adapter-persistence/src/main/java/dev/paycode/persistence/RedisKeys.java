package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Where one holder's schedule, lease and last token stand in Redis. Of each key only what is in
 * braces counts for the slot, so that all of a holder's lie on the same node of a cluster.
 *
 * @param lookup what the holder is found by: a keyed hash, no name
 */
record RedisKeys(String lookup) {

  /** What all schedules' keys match. */
  static final String SCHEDULES = "paycode:{*}:codes";

  /** What all of this store's keys match. */
  static final String ALL = "paycode:{*}:*";

  /** The keys of the holder to whom that one belongs. */
  static RedisKeys of(byte[] key) {
    String text = new String(key, US_ASCII);
    return new RedisKeys(text.substring(text.indexOf('{') + 1, text.lastIndexOf('}')));
  }

  byte[] schedule() {
    return key("codes");
  }

  byte[] lease() {
    return key("lease");
  }

  byte[] lastToken() {
    return key("token");
  }

  private byte[] key(String content) {
    return ("paycode:{" + lookup + "}:" + content).getBytes(US_ASCII);
  }
}
