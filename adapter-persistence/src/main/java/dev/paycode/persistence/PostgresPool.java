package dev.paycode.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
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

  private final HikariDataSource pool;

  private PostgresPool(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * A pool that connects when it is first used.
   *
   * <p>To another machine it goes by TLS, and the server's certificate must be for that host and
   * one that Java trusts or, where the URL says {@code sslrootcert=FILE}, from an issuer in that
   * file. Nothing in the URL turns that off.
   *
   * @param url such as {@code jdbc:postgresql://db.example/wallet}
   * @param user the role that reads and writes the tables; it needs no right to change them
   * @param password the role's; it appears in no message
   * @param size the most connections, 1 or more
   * @throws IllegalArgumentException if the size is not positive, the driver does not take the URL,
   *     or something in it weakens what is checked; the message does not repeat it
   */
  public static PostgresPool of(String url, String user, String password, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A pool has 1 connection or more, not " + size);
    }
    PostgresAddress address = PostgresAddress.of(url);
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
    if (!address.isLocal()) {
      config.addDataSourceProperty("sslmode", "verify-full");
      if (!address.namesIssuers()) {
        config.addDataSourceProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
      }
    }
    return new PostgresPool(pool(config));
  }

  private static HikariDataSource pool(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException refused) {
      // its text repeats the address, and what may be in it
      throw new IllegalArgumentException(
          "PostgreSQL's driver is not there, or does not take the address; use"
              + " jdbc:postgresql://host/database or jdbc:postgresql://host:port/database");
    }
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
