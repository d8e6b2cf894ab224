package org.hotline115.callflow.board;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

/** Rows of the board's tables as values. */
final class JdbcRows {

  private JdbcRows() {}

  static CapacityState capacity(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new CapacityState(
        new PlaceGroupId(row.getString("place_group_id")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("open"),
        row.getInt("occupied"),
        row.getInt("promised"),
        row.getInt("held"),
        instant(row, "told_at"),
        row.getString("told_by"),
        source == null ? null : UpdateSource.valueOf(source),
        row.getLong("record"),
        row.getLong("version"));
  }

  static Hold hold(ResultSet row) throws SQLException {
    String call = row.getString("call_id");
    return new Hold(
        new HoldId(row.getObject("hold_id", UUID.class)),
        new PlaceGroupId(row.getString("place_group_id")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("places"),
        new AgentId(row.getString("agent")),
        call == null ? null : new CallId(call),
        new ContactId(row.getObject("contact_id", UUID.class)),
        HoldStatus.valueOf(row.getString("status")),
        known(row, "created_at"),
        known(row, "expires_at"),
        instant(row, "offered_at"));
  }
}
