package org.hotline115.callflow.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.priority.PriorityReason;

/** Rows of the requests' table as values. */
final class JdbcRequestRows {

  private JdbcRequestRows() {}

  static ShelterRequest request(ResultSet row) throws SQLException {
    String reason = row.getString("unmet_reason");
    return new ShelterRequest(
        new RequestId(row.getObject("request_id", UUID.class)),
        new ContactId(row.getObject("contact_id", UUID.class)),
        new FileCode(row.getString("file_code")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("persons"),
        HouseholdType.valueOf(row.getString("household_type")),
        Pets.valueOf(row.getString("pets")),
        codes(row, "reasons", PriorityReason::valueOf),
        known(row, "requested_at"),
        known(row, "waiting_since"),
        row.getInt("nights_without"),
        RequestStatus.valueOf(row.getString("status")),
        reason == null ? null : UnmetReason.valueOf(reason),
        codes(row, "unmet_sub_reasons", UnmetSubReason::valueOf),
        row.getBoolean("keep_open"),
        row.getBoolean("search_goes_on"));
  }

  private static <E> Set<E> codes(ResultSet row, String column, Function<String, E> code)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(code)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Instant known(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
