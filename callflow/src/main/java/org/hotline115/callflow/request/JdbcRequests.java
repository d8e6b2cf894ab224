package org.hotline115.callflow.request;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.JdbcPlacements;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Requests and proposals in PostgreSQL: one of a household a night, held by an index. A status
 * moves only along {@link RequestStatus}.
 */
final class JdbcRequests {

  private static final SqlFile SQL = SqlFile.beside(JdbcRequests.class, "jdbc_requests.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final Departement departement;
  private final Ids ids;

  JdbcRequests(Database database, JdbcAuditTrail audit, Departement departement, Ids ids) {
    this.database = database;
    this.audit = audit;
    this.departement = departement;
    this.ids = ids;
  }

  /** The one request of a household and night; while it is not met it follows the form. */
  ShelterRequest open(ContactFacts facts, NightOf night, RequestStatus atLeast, Instant at) {
    return database.inTransaction(handle -> {
      ShelterRequest request = open(handle, facts, night, at);
      advance(handle, request.requestId(), atLeast, null);
      return find(handle, facts.contactId(), night).orElseThrow();
    });
  }

  /** A contact's own turn, so that two steps of one agent do not open two requests. */
  ShelterRequest open(Handle handle, ContactFacts facts, NightOf night, Instant at) {
    handle
        .createQuery(SQL.statement("lock_contact"))
        .bind("contactId", facts.contactId().toString())
        .mapToMap()
        .one();
    Optional<ShelterRequest> known = find(handle, facts.contactId(), night);
    if (known.isEmpty()) {
      join(
          handle,
          facts,
          ofHousehold(handle, facts, night).orElseGet(() -> add(handle, facts, night, at)));
    }
    if (known.isPresent() || facts.isSaid()) {
      follow(handle, facts, find(handle, facts.contactId(), night).orElseThrow());
    }
    return find(handle, facts.contactId(), night).orElseThrow();
  }

  /** The household's, when another contact was quicker. */
  private ShelterRequest add(Handle handle, ContactFacts facts, NightOf night, Instant at) {
    RequestId requestId = new RequestId(ids.next());
    int added =
        bind(handle.createUpdate(SQL.statement("add_request")), facts)
            .bind("requestId", requestId.value())
            .bind("callerKey", hex(facts.callerKey()))
            .bind("householdKey", hex(facts.householdKey()))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bindArray(
                "without", String.class, JdbcWaitingRequests.names(UnmetReason::isANightWithout))
            .bind("at", at)
            .execute();
    if (added == 0) {
      return ofHousehold(handle, facts, night).orElseThrow();
    }
    link(handle, facts.contactId(), night, requestId);
    return find(handle, facts.contactId(), night).orElseThrow();
  }

  /** This contact speaks of that request from now on, and leads. */
  private static void join(Handle handle, ContactFacts facts, ShelterRequest request) {
    link(handle, facts.contactId(), request.nightOf(), request.requestId());
    handle
        .createUpdate(SQL.statement("lead_request"))
        .bind("contactId", facts.contactId().value())
        .bind("callerKey", hex(facts.callerKey()))
        .bind("requestId", request.requestId().value())
        .execute();
  }

  private static void link(Handle handle, ContactId contact, NightOf night, RequestId request) {
    handle
        .createUpdate(SQL.statement("link_contact"))
        .bind("contactId", contact.value())
        .bind("nightOf", night.date())
        .bind("requestId", request.value())
        .execute();
  }

  private static void follow(Handle handle, ContactFacts facts, ShelterRequest request) {
    bind(handle.createUpdate(SQL.statement("follow_form")), facts)
        .bind("requestId", request.requestId().value())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, ContactFacts facts) {
    Household household = facts.household();
    Wishes wishes = household.wishes();
    return statement
        .bind("contactId", facts.contactId().value())
        .bind("persons", household.persons())
        .bind("minors", facts.minors())
        .bind("under3", facts.under3())
        .bind("householdType", household.householdType().name())
        .bind("pets", household.pets().name())
        .bind("youngest", household.ages().youngest())
        .bind("oldest", household.ages().oldest())
        .bind("reducedMobility", wishes.reducedMobility())
        .bind("notSeparated", wishes.together())
        .bind("womenOnly", wishes.womenOnly())
        .bind("cots", wishes.cots())
        .bind("wayMinutes", wishes.minutesMax())
        .bind("inseeCode", facts.inseeCode())
        .bindArray("reasons", String.class, names(facts.reasons()));
  }

  static Object[] names(Set<? extends Enum<?>> codes) {
    return codes.stream().map(Enum::name).sorted().toArray();
  }

  private static @Nullable String hex(@Nullable CallerKey key) {
    return key == null ? null : key.hex();
  }

  private static Optional<ShelterRequest> ofHousehold(
      Handle handle, ContactFacts facts, NightOf night) {
    return handle
        .createQuery(SQL.statement("find_of_household"))
        .bind("householdKey", hex(facts.householdKey()))
        .bind("nightOf", night.date())
        .map((row, context) -> JdbcRequestRows.request(row))
        .findOne();
  }

  Optional<ShelterRequest> find(RequestId requestId) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("read_request"))
            .bind("requestId", requestId.value())
            .map((row, context) -> JdbcRequestRows.request(row))
            .findOne());
  }

  Optional<ShelterRequest> find(ContactId contact, NightOf night) {
    return database.with(handle -> find(handle, contact, night));
  }

  static Optional<ShelterRequest> find(Handle handle, ContactId contact, NightOf night) {
    return handle
        .createQuery(SQL.statement("find_request"))
        .bind("contactId", contact.value())
        .bind("nightOf", night.date())
        .map((row, context) -> JdbcRequestRows.request(row))
        .findOne();
  }

  /** What goes with a promise: the proposal is accepted and the request met. */
  JdbcPlacements.Together met(ContactFacts facts, Hold hold, Instant at) {
    return handle -> {
      ShelterRequest request = open(handle, facts, hold.nightOf(), at);
      Instant offered = hold.offeredAt() == null ? at : hold.offeredAt();
      save(
          handle,
          new Proposal(request.requestId(), hold, offered, Proposal.Answer.ACCEPTED, at, null));
      advance(handle, request.requestId(), RequestStatus.MET, at);
      return new JdbcPlacements.Met(
          request.requestId().value(), facts.contactId(), request.fileCode(), facts.guests());
    };
  }

  void offered(ContactFacts facts, Hold hold, Instant at) {
    database.inTransaction(handle -> {
      RequestId requestId = open(handle, facts, hold.nightOf(), at).requestId();
      save(handle, new Proposal(requestId, hold, at, null, null, null));
      return advance(handle, requestId, RequestStatus.OFFERED, null);
    });
  }

  void refused(ContactFacts facts, Hold hold, RefusalReason reason, Instant at) {
    database.inTransaction(handle -> {
      RequestId requestId = open(handle, facts, hold.nightOf(), at).requestId();
      Instant offered = hold.offeredAt() == null ? at : hold.offeredAt();
      save(handle, new Proposal(requestId, hold, offered, Proposal.Answer.REFUSED, at, reason));
      return advance(handle, requestId, RequestStatus.SEARCHING, null);
    });
  }

  /**
   * Empty when tonight has no such file. The contact's own request, if it had one, was the same.
   */
  Optional<ShelterRequest> join(ContactFacts facts, NightOf night, FileCode code, By by) {
    return database.inTransaction(handle -> {
      Optional<ShelterRequest> file =
          handle
              .createQuery(SQL.statement("find_by_code"))
              .bind("nightOf", night.date())
              .bind("fileCode", code.value())
              .map((row, context) -> JdbcRequestRows.request(row))
              .findOne();
      file.ifPresent(request -> {
        find(handle, facts.contactId(), night)
            .filter(own -> !own.requestId().equals(request.requestId()))
            .ifPresent(own -> cancel(handle, own, by));
        join(handle, facts, request);
        audit.append(
            handle,
            AuditEvent.of(by.at(), by.agent(), "REQUEST_JOINED", "REQUEST", request.requestId()));
      });
      return file.flatMap(request -> find(handle, facts.contactId(), night));
    });
  }

  private static void cancel(Handle handle, ShelterRequest own, By by) {
    handle
        .createUpdate(SQL.statement("cancel_joined"))
        .bind("requestId", own.requestId().value())
        .bind("at", by.at())
        .bind("by", by.agent().value())
        .execute();
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
            .map((row, context) -> JdbcRequestRows.request(row))
            .findOne());
  }

  private static int advance(
      Handle handle, RequestId requestId, RequestStatus status, @Nullable Instant decidedAt) {
    return handle
        .createUpdate(SQL.statement("advance_request"))
        .bind("requestId", requestId.value())
        .bind("status", status.name())
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
}
