package dev.paycode.persistence;

class PostgresContractTest extends JdbcStoreContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
