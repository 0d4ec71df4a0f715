package dev.paycode.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import dev.paycode.code.CodeSchedule;
import dev.paycode.request.CodeHolder;
import dev.paycode.request.Region;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How schedules and holders look outside this process: holders as keyed hashes, schedules
 * encrypted, each bound to its holder and its version, so that no row opens in another's place.
 *
 * <p>Safe for use by many threads.
 */
final class Sealing {

  private static final int LOOKUP_LENGTH = 32;

  /** Tink writes a 1 and the number of the key before everything it seals. */
  private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

  private final StoreKeys keys;
  private final Aead aead;
  private final PrfSet prf;
  private final String scope;
  private final Consumer<DroppedRow> listener;

  private Sealing(StoreKeys keys, String scope, Consumer<DroppedRow> listener) {
    this.keys = keys;
    this.aead = keys.aead();
    this.prf = keys.prf();
    this.scope = scope;
    this.listener = listener;
  }

  /**
   * The sealing under these keys.
   *
   * @param scope whose codes these are, such as a gateway and a client: in another scope no holder
   *     is found
   * @param listener told of what does not open; what it throws is ignored
   */
  static Sealing with(StoreKeys keys, String scope, Consumer<DroppedRow> listener) {
    return new Sealing(keys, scope, listener);
  }

  /** What the holder is found by: 43 characters of URL-safe Base64. */
  String lookup(CodeHolder holder) {
    try {
      byte[] hash = prf.computePrimary(name(holder), LOOKUP_LENGTH);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Paycode bug: a holder has no look-up", impossible);
    }
  }

  /** Unambiguous, because each part begins with its length. */
  private byte[] name(CodeHolder holder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(scope);
      out.writeUTF(holder.customerId().value());
      out.writeUTF(holder.region().map(Region::code).orElse(""));
      out.writeUTF(holder.deviceTokenId());
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The schedule, to be kept under that look-up in that version and nowhere else. */
  byte[] seal(String lookup, long version, CodeSchedule schedule) {
    try {
      return aead.encrypt(ScheduleFormat.write(schedule), place(lookup, version));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Paycode bug: a schedule cannot be sealed", impossible);
    }
  }

  /** The schedule that was sealed for that place; empty, and told to the listener, if none was. */
  Optional<CodeSchedule> open(String lookup, long version, byte[] sealed) {
    try {
      Optional<CodeSchedule> schedule =
          ScheduleFormat.read(aead.decrypt(sealed, place(lookup, version)));
      if (schedule.isEmpty()) {
        report(lookup, DroppedRow.Reason.UNKNOWN_FORMAT);
      }
      return schedule;
    } catch (GeneralSecurityException closed) {
      report(lookup, whyClosed(sealed));
      return Optional.empty();
    }
  }

  private DroppedRow.Reason whyClosed(byte[] sealed) {
    boolean named = sealed.length >= PREFIX_LENGTH && sealed[0] == 1;
    return named && !keys.hasContentKey(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt())
        ? DroppedRow.Reason.UNKNOWN_KEY
        : DroppedRow.Reason.ALTERED;
  }

  private static byte[] place(String lookup, long version) {
    byte[] row = lookup.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + row.length).putLong(version).put(row).array();
  }

  private void report(String lookup, DroppedRow.Reason reason) {
    try {
      listener.accept(new DroppedRow(lookup, reason));
    } catch (RuntimeException theirs) {
      // a listener never alters what it is told of
    }
  }
}
