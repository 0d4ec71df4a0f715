package dev.paycode.persistence;

import static java.util.Objects.requireNonNull;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Persistence adapter: keeps schedules and leases in an SQL database that many servers share.
 * Tested with PostgreSQL and H2.
 *
 * <p>The tables are those of the migrations in {@link #MIGRATIONS}; run them before the first use.
 * Schedules are sealed and holders hashed under the {@link StoreKeys}: the database, its log and
 * its backups show neither codes nor customers. Every time is the database's, so that the clocks of
 * the servers need not agree.
 *
 * <p>Each statement is a transaction of its own. A collision with another server is tried again, an
 * answer that was lost on the way is looked up; a store that is down or slow ends in a {@link
 * StoreUnavailableException}. The store sweeps what has expired, as it is used.
 *
 * <pre>{@code
 * JdbcStore store = JdbcStore.over(dataSource, StoreKeys.read(file)).build();
 * UseCases.over(gateway, store, store, time)
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class JdbcStore implements CodeStore {

  /** Where Flyway finds the migrations. */
  public static final String MIGRATIONS = "classpath:db/paycode-migration";

  /** The version of the last of them; as far as a database must be for this store. */
  public static final String LAST_MIGRATION = "1";

  private final Database database;
  private final Sealing sealing;
  private final LeaseOwners owners;
  private final Sweeper sweeper;

  private JdbcStore(Builder builder) {
    database = new Database(builder.source, builder.timeout);
    sealing = Sealing.with(builder.keys, builder.scope, builder.listener);
    owners = LeaseOwners.named(builder.owner);
    sweeper = new Sweeper(database);
  }

  /**
   * A builder of a store in this database.
   *
   * @param source of connections, best pooled and with its own bounds on connecting, such as {@link
   *     PostgresPool}
   * @param keys those of all servers that share the database
   */
  public static Builder over(DataSource source, StoreKeys keys) {
    return new Builder(source, keys);
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    String key = sealing.lookup(holder);
    return database.run("find a schedule", connection -> Optional.of(found(connection, key)));
  }

  private CodeSchedule found(Connection connection, String key) throws SQLException {
    return ScheduleTable.find(connection, key).flatMap(this::opened).orElse(CodeSchedule.empty());
  }

  private Optional<CodeSchedule> opened(ScheduleRow row) {
    return sealing.open(row.holder(), row.version(), row.content());
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    String key = sealing.lookup(holder);
    CodeSchedule kept = database.run("change a schedule", new ScheduleChange(sealing, key, change));
    sweeper.sweepNowAndThen();
    return kept;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the length is not positive
   */
  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("A lease's length must be positive, not " + length);
    }
    OptionalLong token =
        replaceLease("acquire a lease", holder, JdbcStore::isRunning, now -> now.plus(length));
    return token.isPresent()
        ? Optional.of(new RefillLease(holder, token.getAsLong()))
        : Optional.empty();
  }

  private static boolean isRunning(Sight<LeaseRow> sight) {
    return sight.row().filter(row -> sight.now().isBefore(row.endsAt())).isPresent();
  }

  @Override
  public long supersede(CodeHolder holder) {
    return replaceLease("end a lease", holder, sight -> false, now -> now).orElseThrow();
  }

  private OptionalLong replaceLease(
      String task,
      CodeHolder holder,
      Predicate<Sight<LeaseRow>> stays,
      UnaryOperator<Instant> end) {
    return database.run(task, new LeaseChange(sealing.lookup(holder), owners.next(), stays, end));
  }

  @Override
  public void release(RefillLease lease) {
    String key = sealing.lookup(lease.holder());
    database.run(
        "release a lease",
        connection -> {
          LeaseTable.end(connection, key, lease.fencingToken());
          return Optional.of(true);
        });
  }

  @Override
  public StoreStatus status() {
    Census census = new Census(database.now());
    String last = "";
    while (true) {
      String after = last;
      List<ScheduleRow> page =
          database.run(
              "count its schedules",
              connection -> Optional.of(ScheduleTable.page(connection, after)));
      if (page.isEmpty()) {
        return census.status();
      }
      page.forEach(row -> census.count(opened(row)));
      last = page.get(page.size() - 1).holder();
    }
  }

  @Override
  public long purge() {
    return sweeper.sweepAll();
  }

  /** The database's name for itself is not known here, and its address may hold a password. */
  @Override
  public String toString() {
    return "JdbcStore[" + owners + "]";
  }

  /** What may be chosen. Not safe for use by many threads. */
  public static final class Builder {

    private final DataSource source;
    private final StoreKeys keys;
    private String scope = "";
    private String owner = "paycode";
    private Duration timeout = Duration.ofMillis(500);
    private Consumer<DroppedRow> listener = row -> {};

    private Builder(DataSource source, StoreKeys keys) {
      this.source = requireNonNull(source, "source");
      this.keys = requireNonNull(keys, "keys");
    }

    /**
     * Whose codes these are, such as a gateway and a client; in another scope no holder is found.
     * Empty by default. All servers that serve the same holders give the same.
     */
    public Builder scope(String shared) {
      this.scope = requireNonNull(shared, "shared");
      return this;
    }

    /**
     * What this server is called in the rows of its leases, for whoever looks at them. "paycode" by
     * default.
     *
     * @param name up to 40 characters
     * @throws IllegalArgumentException if it is longer
     */
    public Builder owner(String name) {
      if (name.length() > LeaseOwners.LONGEST_NAME) {
        throw new IllegalArgumentException(
            "The name of an owner of leases has up to "
                + LeaseOwners.LONGEST_NAME
                + " characters, but '"
                + name
                + "' has "
                + name.length());
      }
      this.owner = name;
      return this;
    }

    /**
     * How long the answer to a statement may take, where the driver can end the wait. Half a second
     * by default.
     *
     * @throws IllegalArgumentException unless it is from 1 ms to 1 minute
     */
    public Builder timeout(Duration longest) {
      if (longest.toMillis() < 1 || longest.compareTo(Duration.ofMinutes(1)) > 0) {
        throw new IllegalArgumentException(
            "The timeout of a store is from 1 ms to 1 minute, not " + longest);
      }
      this.timeout = longest;
      return this;
    }

    /** Whom to tell of rows that do not open. Nobody by default. */
    public Builder reportingTo(Consumer<DroppedRow> told) {
      this.listener = requireNonNull(told, "told");
      return this;
    }

    /** The store; nothing is connected before its first use. */
    public JdbcStore build() {
      return new JdbcStore(this);
    }
  }
}
