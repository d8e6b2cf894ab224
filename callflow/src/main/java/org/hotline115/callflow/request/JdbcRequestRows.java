package org.hotline115.callflow.request;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.reference.OwnCode;

/** Rows of the requests' table as values. */
final class JdbcRequestRows {

  private JdbcRequestRows() {}

  static ShelterRequest request(ResultSet row) throws SQLException {
    String reason = row.getString("unmet_reason");
    String own = row.getString("own_code");
    return new ShelterRequest(
        new RequestId(row.getObject("request_id", UUID.class)),
        new ContactId(row.getObject("contact_id", UUID.class)),
        new FileCode(row.getString("file_code")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("persons"),
        HouseholdType.valueOf(row.getString("household_type")),
        Pets.valueOf(row.getString("pets")),
        new Ages(
            row.getInt("minors"),
            row.getInt("under3"),
            row.getObject("youngest", Integer.class),
            row.getObject("oldest", Integer.class)),
        wishes(row),
        codes(row, "reasons", PriorityReason::valueOf),
        known(row, "requested_at"),
        known(row, "waiting_since"),
        row.getInt("nights_without"),
        RequestStatus.valueOf(row.getString("status")),
        reason == null ? null : UnmetReason.valueOf(reason),
        own == null ? null : new OwnCode(own),
        codes(row, "unmet_sub_reasons", UnmetSubReason::valueOf),
        row.getBoolean("keep_open"),
        row.getBoolean("search_goes_on"));
  }

  private static Wishes wishes(ResultSet row) throws SQLException {
    String inseeCode = row.getString("insee_code");
    return new Wishes(
        row.getBoolean("reduced_mobility"),
        row.getBoolean("not_separated"),
        row.getBoolean("women_only"),
        row.getInt("cots"),
        inseeCode.equals(Household.NOWHERE) ? null : inseeCode,
        row.getObject("way_minutes", Integer.class));
  }

  private static <E> Set<E> codes(ResultSet row, String column, Function<String, E> code)
      throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
