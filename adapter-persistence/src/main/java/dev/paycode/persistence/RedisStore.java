package dev.paycode.persistence;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.StoreUnavailableException;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Persistence adapter: keeps schedules and leases in Redis, on one server or in a cluster, for any
 * number of processes.
 *
 * <p>Redis sees holders as keyed hashes and schedules encrypted. Every key has its end from the
 * moment it is written: a schedule when its last code has expired, but no sooner than a minute
 * after its last change; a lease its length. All times are by the Redis server's clock.
 *
 * <pre>{@code
 * RedisStore store =
 *     RedisStore.at("rediss://redis.example:6380")
 *         .authenticatedAs("paycode", password)
 *         .reportingTo(dropped -> alarm(dropped.reason()))
 *         .open(keys);
 * UseCases.over(gateway, store, store, time)
 * }</pre>
 *
 * <p>An answer may take as long as the builder says, half a second at most. Where the answer to a
 * write is lost, the store looks for as long again whether the write was made. While there is no
 * connection, be it that Redis is down or has not been up yet, calls are refused at once; it is
 * made by itself. No write is ever sent twice.
 *
 * <p>Redis may forget what it has confirmed: a failover loses the latest writes. A code that was
 * retired then may be shown again; where that must never be, keep the codes in PostgreSQL.
 *
 * <p>Safe for use by many threads.
 */
public final class RedisStore implements CodeStore, AutoCloseable {

  private final RedisConnection connection;
  private final RedisSchedules schedules;
  private final RedisLeases leases;
  private final Sealing sealing;

  RedisStore(RedisConnection connection, Sealing sealing) {
    this.connection = connection;
    this.schedules = new RedisSchedules(connection, sealing);
    this.leases = new RedisLeases(connection, sealing);
    this.sealing = sealing;
  }

  /**
   * A store on one server, still to be opened.
   *
   * @param address {@code rediss://host} or {@code rediss://host:port}; {@code redis}, which is not
   *     encrypted, only with a loopback host
   * @throws IllegalArgumentException if it is anything else; the message says what is allowed
   */
  public static RedisStoreBuilder at(String address) {
    return new RedisStoreBuilder(
        List.of(RedisAddress.parse(address)),
        (uris, settings) -> RedisConnection.toServer(uris.get(0), settings));
  }

  /**
   * A store in a cluster, still to be opened.
   *
   * @param addresses some nodes of the cluster, by which the others are found; as for {@link #at}
   * @throws IllegalArgumentException if there is none, or one is no address
   */
  public static RedisStoreBuilder inCluster(List<String> addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("A cluster is found by 1 address or more, not by none");
    }
    return new RedisStoreBuilder(
        addresses.stream().map(RedisAddress::parse).toList(), RedisConnection::toCluster);
  }

  @Override
  public CodeSchedule find(CodeHolder holder) {
    return schedules.find(holder);
  }

  @Override
  public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
    return schedules.update(holder, change);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the length is not positive
   */
  @Override
  public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
    return leases.acquire(holder, length);
  }

  @Override
  public void release(RefillLease lease) {
    leases.release(lease);
  }

  @Override
  public long supersede(CodeHolder holder) {
    return leases.supersede(holder);
  }

  @Override
  public StoreStatus status() {
    return connection.call("count", redis -> new RedisCensus(connection, redis, sealing).status());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Redis forgets by itself what this store writes. What is removed here are keys without an
   * end, such as a careless copy of a database leaves behind.
   */
  @Override
  public long purge() {
    return connection.call("purge", redis -> new RedisCensus(connection, redis, sealing).purge());
  }

  /**
   * Finds out whether Redis is there, for a server that had rather not start without it.
   *
   * @throws StoreUnavailableException if it cannot be reached within 5 seconds, is not trusted, or
   *     does not take the user
   */
  public void ping() {
    connection.ping();
  }

  /** Closes the connection; leases run out by themselves. */
  @Override
  public void close() {
    connection.close();
  }

  /** Where the store is; no holder, no code. */
  @Override
  public String toString() {
    return "RedisStore[" + connection + "]";
  }
}
