package org.hotline115.callflow.queue;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Presences in PostgreSQL: one row for each agent. */
public final class JdbcPresenceStore implements PresenceStore {

  private static final SqlFile SQL = SqlFile.beside(JdbcPresenceStore.class, "jdbc_presences.sql");

  private final Database database;

  public JdbcPresenceStore(Database database) {
    this.database = database;
  }

  @Override
  public void save(AgentPresence presence) {
    PhoneId phone = presence.phone();
    PauseReason wish = presence.wish();
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("save_presence"))
            .bind("agent", presence.agent().value())
            .bind("phone", phone == null ? null : phone.value())
            .bind("state", presence.presence().code())
            .bind("reason", reason(presence.presence()))
            .bind("callId", call(presence.presence()))
            .bind("wish", wish == null ? null : wish.name())
            .bind("since", presence.since().atOffset(ZoneOffset.UTC))
            .execute());
  }

  private static @Nullable String reason(Presence presence) {
    return presence instanceof Presence.Paused paused ? paused.reason().name() : null;
  }

  private static @Nullable String call(Presence presence) {
    return switch (presence) {
      case Presence.Ringing ringing -> ringing.call().linkedid();
      case Presence.Talking talking -> talking.call().linkedid();
      case Presence.WrapUp wrapUp -> wrapUp.call().linkedid();
      case Presence.Offline _, Presence.Ready _, Presence.Paused _ -> null;
    };
  }

  @Override
  public List<AgentPresence> all() {
    return database.with(handle ->
        handle.createQuery(SQL.statement("all_presences")).map((row, _) -> presence(row)).list());
  }

  private static AgentPresence presence(ResultSet row) throws SQLException {
    String phone = row.getString("phone");
    String wish = row.getString("wish");
    return new AgentPresence(
        new AgentId(row.getString("agent")),
        phone == null ? null : new PhoneId(phone),
        state(row),
        known(row, "since"),
        wish == null ? null : PauseReason.valueOf(wish));
  }

  private static Presence state(ResultSet row) throws SQLException {
    String code = row.getString("state");
    return switch (code) {
      case "OFFLINE" -> new Presence.Offline();
      case "READY" -> new Presence.Ready();
      case "PAUSED" -> new Presence.Paused(PauseReason.valueOf(row.getString("reason")));
      case "RINGING" -> new Presence.Ringing(new CallId(row.getString("call_id")));
      case "TALKING" -> new Presence.Talking(new CallId(row.getString("call_id")));
      case "WRAP_UP" -> new Presence.WrapUp(new CallId(row.getString("call_id")));
      default -> throw new IllegalStateException("an agent cannot be " + code);
    };
  }
}
