package org.hotline115.callflow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself reads every statement of every store against the migrated tables. */
class StatementsIT {

  @Test
  void everyStatementIsUnderstoodByPostgres() throws IOException {
    List<String> refused = new ArrayList<>();
    try (Database database = TestServers.database();
        Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
        Map<String, String> statements = SqlFile.parse(file.toString(), Files.readString(file));
        assertThat(statements).as(file.toString()).isNotEmpty();
        statements.forEach((name, text) -> prepare(database, file + " " + name, text, refused));
      }
    }
    assertThat(refused).isEmpty();
  }

  private static void prepare(Database database, String name, String text, List<String> refused) {
    database.with(handle -> {
      String sql =
          new ColonPrefixSqlParser().parse(text, handle.createQuery(text).getContext()).getSql();
      try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
        statement.getParameterMetaData();
        statement.getMetaData();
      } catch (SQLException e) {
        refused.add(name + ": " + e.getMessage());
      }
      assertThat(handle.getConfig(SqlStatements.class)).isNotNull();
      return 0;
    });
  }
}
