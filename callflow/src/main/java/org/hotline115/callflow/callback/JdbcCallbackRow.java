package org.hotline115.callflow.callback;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.call.DialBack;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/** A row of a promise, and what its calls say, as values. */
final class JdbcCallbackRow {

  private JdbcCallbackRow() {}

  static Standing.Placed placed(ResultSet row) throws SQLException {
    String unreached = row.getString("placed_unreached");
    return new Standing.Placed(
        row.getBoolean("placed_noted"),
        instant(row, "placed_dialling_at"),
        instant(row, "placed_reached_at"),
        instant(row, "placed_answered_at"),
        unreached == null ? null : DialBack.Unreached.valueOf(unreached),
        outcome(row, "placed_outcome"));
  }

  static Standing.Joined joined(ResultSet row) throws SQLException {
    return new Standing.Joined(instant(row, "joined_answered_at"), outcome(row, "joined_outcome"));
  }

  static Callback callback(ResultSet row) throws SQLException {
    String joined = row.getString("joined_call");
    return new Callback(
        new CallbackId(row.getLong("callback_id")),
        row.getString("code"),
        row.getString("line"),
        row.getString("queue"),
        new CallerKey(row.getString("caller_key")),
        row.getString("language"),
        Presentation.valueOf(row.getString("presentation")),
        known(row, "kept_rank_at"),
        known(row, "requested_at"),
        known(row, "due_by"),
        CallbackStatus.valueOf(row.getString("status")),
        new Answers(
            row.getObject("people", Integer.class),
            row.getObject("children", Integer.class),
            row.getString("place_code")),
        row.getBoolean("texts"),
        row.getInt("placement"),
        row.getInt("attempts"),
        known(row, "not_before"),
        CallbackChannel.valueOf(row.getString("channel")),
        new CallId(row.getString("from_call")),
        joined == null ? null : new CallId(joined),
        instant(row, "closed_at"));
  }

  private static @Nullable CallOutcome outcome(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : CallOutcome.valueOf(value);
  }
}
