package org.hotline115.callflow.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.JdbcPlacements;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Requests and proposals in PostgreSQL. A status moves only along {@link RequestStatus}. */
final class JdbcRequests {

  private static final SqlFile SQL = SqlFile.beside(JdbcRequests.class, "jdbc_requests.sql");

  private final Database database;
  private final Ids ids;

  JdbcRequests(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /** The one request of a contact and night; while it is live it follows the form. */
  ShelterRequest open(ContactFacts facts, NightOf night, RequestStatus atLeast, Instant at) {
    return database.inTransaction(handle -> {
      RequestId requestId = open(handle, facts, night, at);
      advance(handle, requestId, atLeast, null, null);
      return find(handle, facts.contactId(), night).orElseThrow();
    });
  }

  private RequestId open(Handle handle, ContactFacts facts, NightOf night, Instant at) {
    handle
        .createUpdate(SQL.statement("open_request"))
        .bind("requestId", ids.next())
        .bind("contactId", facts.contactId().value())
        .bind("callerKey", facts.callerKey() == null ? null : facts.callerKey().hex())
        .bind("nightOf", night.date())
        .bind("persons", facts.persons())
        .bind("minors", facts.minors())
        .bind("under3", facts.under3())
        .bind("householdType", facts.householdType().name())
        .bind("pets", facts.pets().name())
        .bind("inseeCode", facts.inseeCode())
        .bind("at", at)
        .execute();
    return find(handle, facts.contactId(), night).orElseThrow().requestId();
  }

  private static Optional<ShelterRequest> find(Handle handle, ContactId contact, NightOf night) {
    return handle
        .createQuery(SQL.statement("find_request"))
        .bind("contactId", contact.value())
        .bind("nightOf", night.date())
        .map((row, context) -> request(row))
        .findOne();
  }

  /** What goes with a promise: the proposal is accepted and the request met. */
  JdbcPlacements.Together met(ContactFacts facts, Hold hold, Instant at) {
    return handle -> {
      RequestId requestId = open(handle, facts, hold.nightOf(), at);
      Instant offered = hold.offeredAt() == null ? at : hold.offeredAt();
      save(handle, new Proposal(requestId, hold, offered, Proposal.Answer.ACCEPTED, at, null));
      advance(handle, requestId, RequestStatus.MET, null, at);
      return new JdbcPlacements.Met(
          requestId.value(),
          facts.contactId(),
          find(handle, facts.contactId(), hold.nightOf()).orElseThrow().fileCode(),
          facts.guests());
    };
  }

  void offered(ContactFacts facts, Hold hold, Instant at) {
    database.inTransaction(handle -> {
      RequestId requestId = open(handle, facts, hold.nightOf(), at);
      save(handle, new Proposal(requestId, hold, at, null, null, null));
      return advance(handle, requestId, RequestStatus.OFFERED, null, null);
    });
  }

  void refused(ContactFacts facts, Hold hold, RefusalReason reason, Instant at) {
    database.inTransaction(handle -> {
      RequestId requestId = open(handle, facts, hold.nightOf(), at);
      Instant offered = hold.offeredAt() == null ? at : hold.offeredAt();
      save(handle, new Proposal(requestId, hold, offered, Proposal.Answer.REFUSED, at, reason));
      return advance(handle, requestId, RequestStatus.SEARCHING, null, null);
    });
  }

  /** False when the contact asked for nothing or it is decided already. */
  boolean unmet(ContactId contact, NightOf night, UnmetReason reason, Instant at) {
    return database.inTransaction(handle ->
        find(handle, contact, night)
            .map(request ->
                advance(handle, request.requestId(), RequestStatus.UNMET, reason, at) == 1)
            .orElse(false));
  }

  /** What nobody decided before the night was over is said so, never counted as unmet. */
  int closeNightsBefore(NightOf night, Instant at) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("close_night"))
            .bind("nightOf", night.date())
            .bind("at", at)
            .execute());
  }

  Optional<ShelterRequest> last(CallerKey caller) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("last_request"))
            .bind("callerKey", caller.hex())
            .map((row, context) -> request(row))
            .findOne());
  }

  private static int advance(
      Handle handle,
      RequestId requestId,
      RequestStatus status,
      @Nullable UnmetReason reason,
      @Nullable Instant decidedAt) {
    return handle
        .createUpdate(SQL.statement("advance_request"))
        .bind("requestId", requestId.value())
        .bind("status", status.name())
        .bind("unmetReason", reason == null ? null : reason.name())
        .bind("decidedAt", decidedAt)
        .bindArray("before", String.class, (Object[]) status.before())
        .execute();
  }

  private static void save(Handle handle, Proposal proposal) {
    Hold hold = proposal.hold();
    handle
        .createUpdate(SQL.statement("save_proposal"))
        .bind("proposalId", hold.holdId().value())
        .bind("requestId", proposal.requestId().value())
        .bind("placeGroupId", hold.placeGroupId().value())
        .bind("nightOf", hold.nightOf().date())
        .bind("persons", hold.places())
        .bind("offeredAt", proposal.offeredAt())
        .bind("offeredBy", hold.agent().value())
        .bind("answer", proposal.answer() == null ? null : proposal.answer().name())
        .bind("answerAt", proposal.answerAt())
        .bind(
            "refusalReason",
            proposal.refusalReason() == null ? null : proposal.refusalReason().name())
        .execute();
  }

  private static ShelterRequest request(ResultSet row) throws SQLException {
    String reason = row.getString("unmet_reason");
    return new ShelterRequest(
        new RequestId(row.getObject("request_id", UUID.class)),
        new ContactId(row.getObject("contact_id", UUID.class)),
        new FileCode(row.getString("file_code")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("persons"),
        HouseholdType.valueOf(row.getString("household_type")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        RequestStatus.valueOf(row.getString("status")),
        reason == null ? null : UnmetReason.valueOf(reason));
  }
}
