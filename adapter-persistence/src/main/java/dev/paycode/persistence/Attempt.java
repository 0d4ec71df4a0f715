package dev.paycode.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One try at a piece of work on a database, which begins by looking at how things stand: it is
 * repeated after a collision with somebody else, and where nobody knows whether the last one was
 * committed.
 */
interface Attempt<T> {

  /** The result; empty if somebody else was quicker, so that the next try must look again. */
  Optional<T> on(Connection connection) throws SQLException;
}
