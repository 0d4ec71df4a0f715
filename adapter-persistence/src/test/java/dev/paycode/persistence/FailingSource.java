package dev.paycode.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A source that fails when it is told to. For use by one thread. */
final class FailingSource extends PlainSource {

  private final DataSource sound;
  private int failures;
  private SQLException failure = new SQLException();

  FailingSource(DataSource sound) {
    this.sound = sound;
  }

  void failNext(int times, SQLException with) {
    failures = times;
    failure = with;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (failures > 0) {
      failures--;
      throw failure;
    }
    return sound.getConnection();
  }
}
