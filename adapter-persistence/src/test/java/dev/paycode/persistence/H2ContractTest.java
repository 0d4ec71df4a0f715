package dev.paycode.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2ContractTest extends JdbcStoreContract {

  @TempDir private static Path directory;

  @Override
  TestDatabase database() {
    return TestDatabase.h2In(directory);
  }
}
