package org.hotline115.callflow.waitlist;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.appointment.SlotTime;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An offer as a row. */
final class JdbcOfferRow {

  private static final SqlFile SQL = SqlFile.beside(JdbcOfferRow.class, "jdbc_offers.sql");

  private static final int SHOWN_MAX = 500;

  /** {@code number} is looked for when its person answers by text. */
  void insert(Handle handle, SlotOffer offer, @Nullable Recipient number, AgentId by) {
    ByPhone byPhone = offer.byPhone();
    handle
        .createUpdate(SQL.statement("insert_offer"))
        .bind("offerId", offer.offerId().value())
        .bind("waitId", offer.waitId().value())
        .bind("scheduleId", offer.scheduleId().value())
        .bind("startsAt", offer.time().startsAt())
        .bind("endsAt", offer.time().endsAt())
        .bind("zone", offer.zone().getId())
        .bind("numberKey", byPhone != null || number == null ? null : number.key().hex())
        .bind("byPhone", byPhone == null ? null : byPhone.name())
        .bind("by", by.value())
        .bind("at", offer.offeredAt())
        .bind("answerBefore", offer.answerBefore())
        .execute();
  }

  void byPhoneAfterAll(Handle handle, OfferId id) {
    handle.createUpdate(SQL.statement("by_phone_after_all")).bind("offerId", id.value()).execute();
  }

  void end(
      Handle handle,
      SlotOffer offer,
      OfferStatus status,
      Said said,
      @Nullable AppointmentId became) {
    handle
        .createUpdate(SQL.statement("end_offer"))
        .bind("offerId", offer.offerId().value())
        .bind("status", status)
        .bind("by", said.by().agent().value())
        .bind("at", said.by().at())
        .bind("answeredWith", said.textId())
        .bind("appointmentId", became == null ? null : became.value())
        .execute();
  }

  Optional<SlotOffer> find(Handle handle, OfferId id) {
    return handle
        .createQuery(SQL.statement("find_offer"))
        .bind("offerId", id.value())
        .map((row, context) -> offer(row))
        .findOne();
  }

  List<SlotOffer> open(Handle handle, String siteId) {
    return handle
        .createQuery(SQL.statement("list_open"))
        .bind("siteId", siteId)
        .bind("most", SHOWN_MAX)
        .map((row, context) -> offer(row))
        .list();
  }

  /** Whose hour has passed, the oldest first. */
  List<OfferId> lapsed(Handle handle, Instant now) {
    return handle
        .createQuery(SQL.statement("list_lapsed"))
        .bind("now", now)
        .bind("most", SHOWN_MAX)
        .map((row, context) -> new OfferId(row.getObject("offer_id", UUID.class)))
        .list();
  }

  /** What this number was asked by text since, the newest last. */
  List<SlotOffer> askedByText(Handle handle, CallerKey number, Instant after) {
    return handle
        .createQuery(SQL.statement("list_asked_by_text"))
        .bind("numberKey", number.hex())
        .bind("after", after)
        .bind("most", SHOWN_MAX)
        .map((row, context) -> offer(row))
        .list();
  }

  /** Whether a reminder asked the same person something after this offer did. */
  boolean remindedSince(Handle handle, OfferId id, Instant now) {
    return handle
        .createQuery(SQL.statement("reminded_since"))
        .bind("offerId", id.value())
        .bind("now", now)
        .mapTo(Boolean.class)
        .one();
  }

  private static SlotOffer offer(ResultSet row) throws SQLException {
    String byPhone = row.getString("by_phone");
    UUID appointmentId = row.getObject("appointment_id", UUID.class);
    return new SlotOffer(
        new OfferId(row.getObject("offer_id", UUID.class)),
        new WaitId(row.getObject("wait_id", UUID.class)),
        new ScheduleId(row.getObject("schedule_id", UUID.class)),
        new SlotTime(known(row, "starts_at"), known(row, "ends_at")),
        ZoneId.of(row.getString("zone")),
        byPhone == null ? null : ByPhone.valueOf(byPhone),
        known(row, "offered_at"),
        known(row, "answer_before"),
        OfferStatus.valueOf(row.getString("status")),
        row.getString("answered_with"),
        appointmentId == null ? null : new AppointmentId(appointmentId));
  }
}
