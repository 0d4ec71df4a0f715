package dev.paycode.persistence;

class H2RowsTest extends JdbcRowsContract {

  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
