package dev.paycode.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A source of connections, without the rest of what the interface asks for. */
abstract class PlainSource implements DataSource {

  @Override
  public final Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The user of this source is fixed");
  }

  @Override
  public final PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("This source writes no log");
  }

  @Override
  public final void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("This source writes no log");
  }

  @Override
  public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("This source writes no log");
  }

  @Override
  public final void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("The timeout of this source is fixed");
  }

  @Override
  public final int getLoginTimeout() {
    return 0;
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("This source wraps nothing");
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
