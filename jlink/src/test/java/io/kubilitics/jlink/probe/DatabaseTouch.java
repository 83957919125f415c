package io.kubilitics.jlink.probe;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// A pool on an SQLite file, the migrations' history table, a row written and read.
record DatabaseTouch(Path file) implements Touch {
  @Override
  public String run() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.setMaximumPoolSize(2);
    try (HikariDataSource source = new HikariDataSource(config)) {
      Flyway.configure().dataSource(source).baselineOnMigrate(true).load().baseline();
      Jdbi jdbi = Jdbi.create(source);
      String found =
          jdbi.inTransaction(handle -> {
            handle.execute("create table slot (id text primary key, x integer) strict");
            handle.execute("insert into slot values (?, ?)", "Pod/shop/cart-1", 42);
            return handle
                .createQuery("select id || ' ' || x || ' ' || sqlite_version() from slot")
                .mapTo(String.class)
                .one();
          });
      Touch.require(found.startsWith("Pod/shop/cart-1 42 3."), "read " + found);
      int migrations =
          jdbi.withHandle(handle ->
              handle
                  .createQuery("select count(*) from flyway_schema_history")
                  .mapTo(Integer.class)
                  .one());
      Touch.require(migrations == 1, migrations + " migrations");
      return found;
    }
  }
}
