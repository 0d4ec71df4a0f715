package dev.paycode.persistence;

class PostgresRowsTest extends JdbcRowsContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
