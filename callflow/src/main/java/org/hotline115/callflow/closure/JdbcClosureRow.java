package org.hotline115.callflow.closure;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.OwnCode;

/** A closure as PostgreSQL has it. */
final class JdbcClosureRow {

  private JdbcClosureRow() {}

  static PlaceClosure closure(ResultSet row) throws SQLException {
    String own = row.getString("own_code");
    String endedBy = row.getString("ended_by");
    return new PlaceClosure(
        new ClosureId(row.getObject("closure_id", UUID.class)),
        new PlaceGroupId(row.getString("place_group_id")),
        row.getInt("places"),
        ClosureReason.valueOf(row.getString("reason")),
        own == null ? null : new OwnCode(own),
        known(row, "from_at"),
        instant(row, "expected_to"),
        row.getString("note"),
        PlaceClosure.Status.valueOf(row.getString("status")),
        row.getInt("too_many_inside"),
        new AgentId(row.getString("decided_by")),
        known(row, "decided_at"),
        endedBy == null ? null : new AgentId(endedBy),
        instant(row, "ended_at"));
  }
}
