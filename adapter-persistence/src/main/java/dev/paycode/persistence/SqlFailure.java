package dev.paycode.persistence;

import java.sql.SQLException;
import java.util.Set;

/** What is to be made of the failure of a statement, by its SQLState. */
enum SqlFailure {
  /** Somebody else did the same at the same moment; nothing was changed. */
  COLLISION,
  /** The connection broke; whether the statement was committed is not known. */
  LOST,
  /** The tables are not there. */
  NO_TABLES,
  /** Everything else, such as a time that ran out, or a full disk. */
  FINAL;

  private static final Set<String> COLLISIONS =
      Set.of(
          "23505", // duplicate key
          "40001", // serialization failure; in H2 deadlock as well
          "40P01", // deadlock
          "90131" // H2: the row was changed meanwhile
          );

  private static final Set<String> LOSSES =
      Set.of(
          "57P01", // the server is told to shut down
          "57P02", // another connection of the server crashed
          "57P03", // the server is starting up
          "90067", // H2: the connection is broken
          "90098", // H2: the database has been closed
          "90121" // H2: the database is being closed
          );

  private static final Set<String> MISSING_TABLES = Set.of("42P01", "42S02", "42S03", "42S04");

  /** What is to be made of this failure. */
  static SqlFailure of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (COLLISIONS.contains(state)) {
      return COLLISION;
    }
    if (LOSSES.contains(state) || state.startsWith("08")) {
      return LOST;
    }
    return MISSING_TABLES.contains(state) ? NO_TABLES : FINAL;
  }
}
