package dev.paycode.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A source that fails when it is told to. For use by one thread. */
final class FailingSource implements DataSource {

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

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Logger getParentLogger() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
