package dev.paycode.cli;

import dev.paycode.persistence.CodeStore;
import dev.paycode.persistence.DroppedRow;
import dev.paycode.persistence.H2File;
import dev.paycode.persistence.JdbcStore;
import dev.paycode.persistence.MemoryStore;
import dev.paycode.persistence.PostgresPool;
import dev.paycode.persistence.RedisStore;
import dev.paycode.persistence.RedisStoreBuilder;
import dev.paycode.persistence.StoreKeys;
import dev.paycode.persistence.UnusableStoreKeysException;
import dev.paycode.port.out.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Opens the store that the user means. */
final class Stores {

  /** The command shows one code at a time; a second connection serves the refill meanwhile. */
  private static final int CONNECTIONS = 2;

  private static final String DEFAULT_USER = "paycode";

  /** What H2 puts behind the name of its file. */
  private static final String H2_SUFFIX = ".mv.db";

  private final Provider<MemoryStore> memory;
  private final Environment environment;
  private final AttemptLog log;
  private final InstantSource clock;

  @Inject
  Stores(
      Provider<MemoryStore> memory, Environment environment, AttemptLog log, InstantSource clock) {
    this.memory = memory;
    this.environment = environment;
    this.log = log;
    this.clock = clock;
  }

  /**
   * The store of these settings, with its tables up to date.
   *
   * @param scope whose codes: those kept in another scope are not found
   * @throws UnusableStoreKeysException if there are no keys for it, or not usable ones
   * @throws Failure if a setting is not allowed, or the store does not answer
   */
  OpenStore open(Settings settings, String scope) {
    return open(settings, address(settings), scope);
  }

  private OpenStore open(Settings settings, StoreAddress address, String scope) {
    return switch (address.kind()) {
      case MEMORY -> inMemory(memory.get());
      case H2 -> h2(settings, address, scope);
      case POSTGRESQL -> postgresql(settings, address, scope);
      case REDIS, REDIS_OVER_TLS -> redis(settings, address, scope);
    };
  }

  /**
   * The same for a command that asks what was kept before; a file that is not there is not made,
   * but taken for an empty one.
   *
   * @throws Failure if that is certainly nothing, because the store ends with its process
   */
  OpenStore openExisting(Settings settings, String scope) {
    StoreAddress address =
        settings.find(Setting.STORE, StoreAddress::parse).orElseGet(this::inTheStateDirectory);
    if (address.kind() == StoreAddress.Kind.MEMORY) {
      throw Failure.invalid(
          "a store in memory ends with its process, so there is nothing in it",
          "Name with --store the one that you mean.");
    }
    return isFileStillToBeMade(address)
        ? new OpenStore(memory.get(), address, () -> {})
        : open(settings, address, scope);
  }

  private static boolean isFileStillToBeMade(StoreAddress address) {
    return address.kind() == StoreAddress.Kind.H2
        && Files.notExists(Path.of(address.file() + H2_SUFFIX));
  }

  /** The store that ends with this process. */
  static OpenStore inMemory(MemoryStore store) {
    return new OpenStore(store, StoreAddress.MEMORY, () -> {});
  }

  /** The sandbox in this process forgets its codes with its end, and so does the store. */
  private StoreAddress address(Settings settings) {
    return settings
        .find(Setting.STORE, StoreAddress::parse)
        .orElseGet(() -> settings.meanTheSandbox() ? StoreAddress.MEMORY : inTheStateDirectory());
  }

  private StoreAddress inTheStateDirectory() {
    return environment
        .stateDirectory()
        .map(directory -> StoreAddress.parse("h2:" + directory.resolve("codes")))
        .orElse(StoreAddress.MEMORY);
  }

  private OpenStore h2(Settings settings, StoreAddress address, String scope) {
    try {
      H2File file = H2File.at(address.file());
      return opened(() -> h2(settings, address, scope, file), address, file::close);
    } catch (IOException unusable) {
      throw Failure.misconfigured(
          "the store '" + address + "' cannot be made",
          "Name with --store a file in a directory that you may write to.",
          unusable);
    }
  }

  private JdbcStore h2(Settings settings, StoreAddress address, String scope, DataSource source) {
    migrate(source, address);
    Path file = address.file();
    StoreKeys keys =
        settings.findFile(Setting.STORE_KEYS).map(StoreKeys::read).orElseGet(() -> beside(file));
    return store(settings, source, keys, scope);
  }

  /** What is left open where a store does not open would be left for as long as the process. */
  private static OpenStore opened(Supplier<CodeStore> store, StoreAddress address, Runnable end) {
    try {
      return new OpenStore(store.get(), address, end);
    } catch (RuntimeException failure) {
      end.run();
      throw failure;
    }
  }

  /** Keys that are made where there are none; of two processes that make some, one wins. */
  private static StoreKeys beside(Path file) {
    Path keys = Path.of(file + ".keys");
    if (!Files.exists(keys)) {
      try {
        StoreKeys.generate().writeNew(keys);
      } catch (UnusableStoreKeysException refused) {
        if (!Files.exists(keys)) {
          throw refused;
        }
      }
    }
    return StoreKeys.read(keys);
  }

  private OpenStore postgresql(Settings settings, StoreAddress address, String scope) {
    StoreKeys keys = sharedKeys(settings, address);
    String password = settings.secret(Setting.STORE_PASSWORD).map(String::valueOf).orElse("");
    PostgresPool pool = pool(address, user(settings), password);
    return opened(
        () -> {
          migrate(pool.dataSource(), address);
          return store(settings, pool.dataSource(), keys, scope);
        },
        address,
        pool::close);
  }

  private static PostgresPool pool(StoreAddress address, String user, String password) {
    try {
      return PostgresPool.of(address.text(), user, password, CONNECTIONS);
    } catch (IllegalArgumentException refused) {
      throw Failure.invalid(
          String.valueOf(refused.getMessage()), "Correct the setting store.", refused);
    }
  }

  private OpenStore redis(Settings settings, StoreAddress address, String scope) {
    StoreKeys keys = sharedKeys(settings, address);
    RedisStoreBuilder builder = address.redis().scope(scope).reportingTo(dropped(settings));
    settings
        .secret(Setting.STORE_PASSWORD)
        .ifPresent(password -> builder.authenticatedAs(user(settings), password));
    RedisStore store = builder.open(keys);
    return opened(() -> answering(store, address), address, store::close);
  }

  private static RedisStore answering(RedisStore store, StoreAddress address) {
    try {
      store.ping();
      return store;
    } catch (StoreUnavailableException failure) {
      throw unavailable(address, "", failure);
    }
  }

  private static String user(Settings settings) {
    return settings.find(Setting.STORE_USER, name -> name).orElse(DEFAULT_USER);
  }

  private static StoreKeys sharedKeys(Settings settings, StoreAddress address) {
    Optional<Path> file = settings.findFile(Setting.STORE_KEYS);
    return file.map(StoreKeys::read)
        .orElseThrow(
            () ->
                Failure.invalid(
                    "the store '" + address + "' needs keys that all who share it have",
                    "Make them by 'paycode store keys new FILE', and name the file with"
                        + " --store-keys."));
  }

  private static void migrate(DataSource source, StoreAddress address) {
    try {
      Migrations.run(source);
    } catch (SQLException | FlywayException failure) {
      throw unavailable(address, state(failure), failure);
    }
  }

  private static Failure unavailable(StoreAddress address, String detail, Exception cause) {
    return Failure.unavailable(
        "the store '" + address + "' does not answer as it should" + detail,
        "See that it runs, that --store, --store-user and the password are right, and what the user"
            + " may do.",
        cause);
  }

  /** The state alone: a driver's text may hold what nobody shall read. */
  private static String state(Exception failure) {
    return failure instanceof SQLException sql && sql.getSQLState() != null
        ? " (SQLState " + sql.getSQLState() + ")"
        : "";
  }

  /** Tells of codes that are lost, on stderr and in the log if there is one. */
  private Consumer<DroppedRow> dropped(Settings settings) {
    Consumer<DroppedRow> told = log::dropped;
    return settings
        .findFile(Setting.LOG)
        .map(file -> told.andThen(new EventLog(JsonLog.in(file, clock, log::trouble))::dropped))
        .orElse(told);
  }

  private JdbcStore store(Settings settings, DataSource source, StoreKeys keys, String scope) {
    return JdbcStore.over(source, keys).scope(scope).reportingTo(dropped(settings)).build();
  }
}
