package org.hotline115.callflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlFileTest {

  @Test
  void statementsAreFoundByName() {
    var statements =
        SqlFile.parse(
            "x.sql", "-- what it is for\n-- name: a_first\nSELECT 1\n\n-- name: b\nSELECT 2");

    assertThat(statements).containsEntry("a_first", "SELECT 1").containsEntry("b", "SELECT 2");
  }

  @Test
  void statementsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> SqlFile.parse("x.sql", "-- name: b\nSELECT 2\n-- name: a\nSELECT 1"))
        .hasMessageContaining("a stands after b");
  }
}
