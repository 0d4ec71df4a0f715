package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.code.IssuedCode;
import dev.paycode.code.PaymentCode;
import dev.paycode.code.ValidityWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as bytes: the number of the format, the fence, the codes and the retired codes; each
 * code as its digits, its start and its expiry to the nanosecond.
 */
final class ScheduleFormat {

  private static final int FIRST = 1;

  private ScheduleFormat() {}

  static byte[] write(CodeSchedule schedule) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(FIRST);
      out.writeLong(schedule.fence());
      write(schedule.codes(), out);
      write(schedule.retired(), out);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(List<IssuedCode> codes, DataOutputStream out) throws IOException {
    out.writeInt(codes.size());
    for (IssuedCode issued : codes) {
      out.writeUTF(issued.code().reveal());
      write(issued.window().start(), out);
      write(issued.window().expiry(), out);
    }
  }

  private static void write(Instant instant, DataOutputStream out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  /** The schedule in these bytes; empty if they are in no known format. */
  static Optional<CodeSchedule> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readUnsignedByte() != FIRST) {
        return Optional.empty();
      }
      long fence = in.readLong();
      List<IssuedCode> codes = codes(in);
      List<IssuedCode> retired = codes(in);
      return in.available() == 0
          ? Optional.of(CodeSchedule.restore(codes, retired, fence))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static List<IssuedCode> codes(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<IssuedCode> codes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      PaymentCode code = PaymentCode.parse(in.readUTF());
      codes.add(IssuedCode.of(code, ValidityWindow.between(instant(in), instant(in))));
    }
    return codes;
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
