package org.hotline115.callflow.request;

import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.reference.JdbcOwnEntries;
import org.hotline115.callflow.reference.ReferenceList;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** What people decide of requests, in PostgreSQL, with the audit row in the same transaction. */
final class JdbcDecisions {

  private static final SqlFile SQL = SqlFile.beside(JdbcDecisions.class, "jdbc_decisions.sql");

  private final Database database;
  private final JdbcRequests requests;
  private final JdbcAuditTrail audit;

  JdbcDecisions(Database database, JdbcRequests requests, JdbcAuditTrail audit) {
    this.database = database;
    this.requests = requests;
    this.audit = audit;
  }

  DecideResult decide(ContactFacts facts, NightOf night, Decision decision, By by) {
    return database.inTransaction(handle -> {
      if (!isReason(handle, decision)) {
        return new DecideResult.NoSuchReason();
      }
      RequestId requestId = requests.open(handle, facts, night, by.at()).requestId();
      boolean decided = decide(handle, requestId, decision, by);
      ShelterRequest request = JdbcRequests.find(handle, facts.contactId(), night).orElseThrow();
      if (!decided) {
        return new DecideResult.Over(request);
      }
      String action =
          switch (decision) {
            case Decision.Unmet _ -> "REQUEST_UNMET";
            case Decision.SearchGoesOn _ -> "REQUEST_SEARCH_GOES_ON";
          };
      audit.append(handle, AuditEvent.of(by.at(), by.agent(), action, "REQUEST", requestId));
      return new DecideResult.Decided(request);
    });
  }

  private static boolean isReason(Handle handle, Decision decision) {
    return !(decision instanceof Decision.Unmet unmet)
        || JdbcOwnEntries.mayStand(
            handle, ReferenceList.UNMET_REASON, unmet.reason().name(), unmet.own());
  }

  private static boolean decide(Handle handle, RequestId requestId, Decision decision, By by) {
    return switch (decision) {
      case Decision.Unmet unmet ->
          handle
                  .createUpdate(SQL.statement("decide_unmet"))
                  .bind("reason", unmet.reason().name())
                  .bind("ownCode", unmet.own() == null ? null : unmet.own().value())
                  .bindArray("subReasons", String.class, JdbcRequests.names(unmet.subReasons()))
                  .bind("keepOpen", unmet.keepOpen())
                  .bind("at", by.at())
                  .bind("by", by.agent().value())
                  .bind("requestId", requestId.value())
                  .execute()
              == 1;
      case Decision.SearchGoesOn goesOn ->
          handle
                  .createUpdate(SQL.statement("decide_goes_on"))
                  .bind("keepOpen", goesOn.keepOpen())
                  .bind("by", by.agent().value())
                  .bind("requestId", requestId.value())
                  .execute()
              == 1;
    };
  }
}
