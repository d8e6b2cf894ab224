package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcCallStoreIT extends CallStoreContract {

  private Database database;
  private JdbcCallStore store;

  @BeforeEach
  void open() {
    database = TestServers.database();
    store = new JdbcCallStore(database, CallRules.DEFAULTS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  CallStore store() {
    return store;
  }

  @Test
  void theTableRefusesACallThatIsOverWithoutAnOutcome() {
    CallFacts facts = CallFacts.ofCall("hotline1-3.1");
    record(facts.arrived());

    assertThatThrownBy(
            () -> database.with(handle -> handle.execute("UPDATE call SET state = 'ENDED'")))
        .hasMessageContaining("a_call_that_is_over_has_an_outcome");
    assertThatThrownBy(() ->
            database.with(
                handle -> handle.execute("UPDATE call SET state = 'ENDED', outcome = 'ANSWERED'")))
        .hasMessageContaining("answered_is_the_outcome_of_a_human_voice");
  }

  @Test
  void theTableHoldsTheDerivedSeconds() {
    CallFacts facts = CallFacts.ofCall("hotline1-3.2");
    record(facts.arrived(), facts.queued(25), facts.connected(34), facts.ended(100));

    String row =
        database.with(handle ->
            handle
                .createQuery(
                    "SELECT concat_ws(' ', state, outcome, wait_seconds, ring_seconds, talk_seconds,"
                        + " cut) FROM call")
                .mapTo(String.class)
                .one());

    assertThat(row).isEqualTo("ENDED ANSWERED 9 4 66 f");
  }

  @Test
  void aNumberIsRememberedSealedAndFoundByItsKey() {
    Callers callers = CallerTestKit.callers();
    JdbcCallerStore numbers = new JdbcCallerStore(database, callers);
    CallerIdentity caller = callers.identify("06 12 34 56 78");

    numbers.remember(caller.key(), caller.number(), CallFacts.at(10));
    numbers.remember(caller.key(), caller.number(), CallFacts.at(0));

    assertThat(numbers.numberOf(caller.key())).contains(new PhoneNumber("+33612345678"));
    assertThat(numbers.numbersOf(Set.of(caller.key(), CallFacts.KEY)))
        .containsExactly(Map.entry(caller.key(), new PhoneNumber("+33612345678")));
    assertThat(numbers.numbersOf(Set.of())).isEmpty();
    assertThat(
            database.<String>with(handle ->
                handle.createQuery("SELECT caller::text FROM caller").mapTo(String.class).one()))
        .doesNotContain("612345678");
  }

  @Test
  void readingPositionsAreRemembered() {
    RecordPositions positions = new JdbcRecordPositions(database);
    positions.remember("cel", new RecordPositions.Position("abc", 10));
    positions.remember("cel", new RecordPositions.Position("abc", 20));

    assertThat(positions.of("cel")).contains(new RecordPositions.Position("abc", 20));
    assertThat(positions.of("queue_log")).isEmpty();
  }
}
