package org.hotline115.callflow.call;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/** A row of the table of calls, read back into the call it was written from. */
final class JdbcCallRow {

  private JdbcCallRow() {}

  static Call call(ResultSet row) throws SQLException {
    String exit = row.getString("queue_exit");
    return new Call(
        new CallId(row.getString("call_id")),
        row.getString("line"),
        caller(row),
        row.getString("language"),
        instant(row, "language_held_at"),
        row.getString("queue"),
        row.getObject("position_at_entry", Integer.class),
        rank(row),
        dialBack(row),
        rescue(row),
        interpreter(row),
        new Colleague(agent(row, "colleague"), third(row, "colleague")),
        times(row),
        exit == null ? null : QueueExit.valueOf(exit),
        agent(row, "ringing_agent"),
        JdbcTalks.of(row),
        new HoldTime(
            row.getLong("hold_seconds"), instant(row, "held_since"), instant(row, "held_until")),
        row.getObject("hangup_cause", Integer.class));
  }

  private static @Nullable CallerIdentity caller(ResultSet row) throws SQLException {
    if (!row.getBoolean("caller_known")) {
      return null;
    }
    String key = row.getString("caller_key");
    return new CallerIdentity(
        CallerIdState.valueOf(row.getString("caller_id_state")),
        key == null ? null : new CallerKey(key),
        null);
  }

  /**
   * Who stands where he arrived has no kept rank; the column shows the arrival all the same. The
   * rescue that did not answer hides why a place was kept before: of another call, or by a promise.
   */
  private static @Nullable Rank rank(ResultSet row) throws SQLException {
    String reason = row.getString("rank_reason");
    Instant at = instant(row, "rank_at");
    if (at == null || reason == null || reason.equals(Rank.Reason.ARRIVAL.name())) {
      return null;
    }
    String of = row.getString("rank_of");
    if (reason.equals(Rank.Reason.RESCUE_UNANSWERED.name())) {
      if (at.equals(instant(row, "received_at"))) {
        return null;
      }
      reason = (of == null ? Rank.Reason.CALLBACK : Rank.Reason.REDIAL).name();
    }
    return new Rank(at, Rank.Reason.valueOf(reason), of == null ? null : new CallId(of));
  }

  private static DialBack dialBack(ResultSet row) throws SQLException {
    String unreached = row.getString("unreached");
    return new DialBack(
        instant(row, "dialling_at"),
        instant(row, "reached_at"),
        unreached == null ? null : DialBack.Unreached.valueOf(unreached));
  }

  private static Rescue rescue(ResultSet row) throws SQLException {
    return new Rescue(
        RescueService.read(row.getString("rescue")).orElse(null),
        instant(row, "rescue_rung_at"),
        instant(row, "rescue_answered_at"),
        instant(row, "rescue_missed_at"));
  }

  private static Interpreter interpreter(ResultSet row) throws SQLException {
    return new Interpreter(
        row.getString("interpreter_language"),
        row.getString("interpreter_service"),
        third(row, "interpreter"));
  }

  private static ThirdParty third(ResultSet row, String who) throws SQLException {
    return new ThirdParty(
        instant(row, who + "_rung_at"),
        instant(row, who + "_missed_at"),
        instant(row, who + "_answered_at"),
        new HoldTime(
            row.getLong(who + "_seconds"),
            instant(row, who + "_since"),
            instant(row, who + "_ended_at")));
  }

  private static CallTimes times(ResultSet row) throws SQLException {
    return new CallTimes(
        known(row, "first_seen_at"),
        instant(row, "arrived_at"),
        instant(row, "enqueued_at"),
        instant(row, "last_enqueued_at"),
        instant(row, "ringing_at"),
        instant(row, "ring_missed_at"),
        instant(row, "answered_at"),
        instant(row, "left_queue_at"),
        instant(row, "handed_off_at"),
        instant(row, "ended_at"),
        instant(row, "cut_at"),
        instant(row, "wrapped_up_at"));
  }

  static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : new AgentId(value);
  }
}
