package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;

/** A row of the outbox, opened for the one gateway that works on it. */
record JdbcHandedOut(Cipher cipher) {

  HandedOut handedOut(ResultSet row) throws SQLException {
    MessageId id = JdbcOutbox.id(row);
    String quietZone = row.getString("quiet_zone");
    return new HandedOut(
        id,
        new PhoneNumber(cipher.decrypt(row.getBytes("sealed_number"), JdbcOutbox.number(id))),
        cipher.decrypt(row.getBytes("sealed_body"), JdbcOutbox.body(id)),
        Objects.requireNonNull(instant(row, "not_after")),
        row.getInt("tries"),
        row.getBoolean("sent_again"),
        Objects.requireNonNull(instant(row, "first_tried_at")),
        instant(row, "unknown_since"),
        quietZone == null ? null : ZoneId.of(quietZone),
        isRefused(row));
  }

  /** Judged when it leaves, not when it was written. */
  private static boolean isRefused(ResultSet row) throws SQLException {
    Set<String> refusals = Set.of(row.getString("refusals").split(" ", -1));
    return TemplateCode.valueOf(row.getString("template")).purpose().isRefusedBy(refusals);
  }
}
