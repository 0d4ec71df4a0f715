package dev.paycode.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A small pool of connections to PostgreSQL in which no wait is longer than it may be: half a
 * second for a connection and for a statement. Needs HikariCP and PostgreSQL's driver beside this
 * library.
 *
 * <p>Close it when it is no longer used. Safe for use by many threads.
 */
public final class PostgresPool implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private static final Pattern LOCAL =
      Pattern.compile("^jdbc:postgresql:(//(localhost|127\\.[0-9.]+|\\[::1])?(:[0-9]+)?/|[^/])");

  private final HikariDataSource pool;

  private PostgresPool(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * A pool that connects when it is first used.
   *
   * <p>To another machine it goes by TLS, and the server's certificate must be one that Java trusts
   * and for that host; a {@code sslmode} in the URL says otherwise, at the user's own risk.
   *
   * @param url such as {@code jdbc:postgresql://db.example/wallet}
   * @param user the role that reads and writes the tables; it needs no right to change them
   * @param password the role's; it appears in no message
   * @param size the most connections, 1 or more
   * @throws IllegalArgumentException if the size is not positive
   */
  public static PostgresPool of(String url, String user, String password, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A pool has 1 connection or more, not " + size);
    }
    HikariConfig config = new HikariConfig();
    config.setPoolName("paycode-store");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setValidationTimeout(LONGEST_WAIT.dividedBy(2).toMillis());
    bound(config);
    if (!isLocal(url)) {
      config.addDataSourceProperty("sslmode", "verify-full");
      if (!url.contains("sslrootcert=")) {
        config.addDataSourceProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
      }
    }
    return new PostgresPool(new HikariDataSource(config));
  }

  private static boolean isLocal(String url) {
    return LOCAL.matcher(url).find();
  }

  /** Seconds are the driver's smallest unit; the store bounds each statement more closely. */
  private static void bound(HikariConfig config) {
    long wait = LONGEST_WAIT.toMillis();
    config.setConnectionInitSql(
        "SET statement_timeout = " + wait + "; SET idle_in_transaction_session_timeout = " + wait);
    config.addDataSourceProperty("ApplicationName", "paycode");
    config.addDataSourceProperty("connectTimeout", "1");
    config.addDataSourceProperty("socketTimeout", "1");
    config.addDataSourceProperty("loginTimeout", "1");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // What stands in a row shall not stand in a message.
    config.addDataSourceProperty("logServerErrorDetail", "false");
  }

  /** The connections. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  /** How many connections there are; no address, which may hold a password. */
  @Override
  public String toString() {
    return "PostgresPool[at most " + pool.getMaximumPoolSize() + " connections]";
  }
}
