package dev.paycode.persistence;

/**
 * One row of the table of schedules.
 *
 * @param holder its key
 * @param version which one of the holder's schedules it is
 * @param content the sealed schedule
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too short-lived to be copied
record ScheduleRow(String holder, long version, byte[] content) {

  @Override
  public String toString() {
    return "ScheduleRow[" + holder + ", version=" + version + "]";
  }
}
