package org.hotline115.callflow.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.Test;

/** Which grid counts is a choice on record. */
class PriorityIT {

  private static final AgentId NADIA = new AgentId("nadia");
  private static final PriorityRuleSet GRID =
      new PriorityRuleSet(
          "grid",
          "Grille",
          "Grid",
          "",
          List.of(new PriorityRuleSet.Level(List.of(PriorityReason.OVER_65))));

  private final TickingClock clock = new TickingClock();

  private PriorityRules rules(Database database, PriorityRuleSet... files) {
    return new PriorityFeature(
            new PriorityFeature.Ground(
                database,
                new JdbcAuditTrail(database),
                new Departement("34"),
                clock,
                List.of(files)))
        .rules();
  }

  @Test
  void theChosenGridCountsInEveryGatewayAndIsOnRecordOnce() {
    try (Database database = TestServers.database()) {
      PriorityRules here = rules(database, GRID);
      PriorityRules there = rules(database, GRID);
      assertThat(there.active()).isEqualTo(PriorityRuleSet.NEUTRAL);

      assertThat(here.choose("grid", NADIA)).isTrue();
      assertThat(here.choose("grid", NADIA)).isTrue();
      assertThat(here.choose("nowhere", NADIA)).isFalse();

      assertThat(here.active()).isEqualTo(GRID);
      clock.tick(Duration.ofSeconds(6));
      assertThat(there.active()).isEqualTo(GRID);
      assertThat(there.choice().orElseThrow().chosenBy()).isEqualTo(NADIA);
      assertThat(count(database, "SELECT count(*) FROM priority_choice")).isEqualTo(1);
      assertThat(
              count(
                  database,
                  "SELECT count(*) FROM audit_event WHERE action = 'PRIORITY_RULES_CHOSEN'"))
          .isEqualTo(1);
      assertThat(rules(database).active())
          .as("its file is gone")
          .isEqualTo(PriorityRuleSet.NEUTRAL);
    }
  }

  @Test
  void withoutRecordsTheLastKnownGridCounts() {
    Database database = TestServers.database();
    PriorityRules rules = rules(database, GRID);
    rules.choose("grid", NADIA);
    assertThat(rules.active()).isEqualTo(GRID);
    database.close();
    clock.tick(Duration.ofMinutes(1));

    assertThat(rules.active()).isEqualTo(GRID);
  }

  private static long count(Database database, String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
