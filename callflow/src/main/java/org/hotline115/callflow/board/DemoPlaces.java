package org.hotline115.callflow.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceType;
import org.hotline115.callflow.place.Site;

/**
 * Invented places for the demo, from a file of semicolon-separated lines whose first one names the
 * columns. Adds what is missing; what is there, and what was told since, stays as it is.
 */
public final class DemoPlaces {

  private final JdbcPlaceGroups placeGroups;
  private final JdbcBoardRecords records;
  private final Departement departement;
  private final InstantSource clock;
  private final ZoneId zone;

  DemoPlaces(
      JdbcPlaceGroups placeGroups,
      JdbcBoardRecords records,
      Departement departement,
      InstantSource clock,
      ZoneId zone) {
    this.placeGroups = placeGroups;
    this.records = records;
    this.departement = departement;
    this.clock = clock;
    this.zone = zone;
  }

  /** One line by the names of its columns. */
  record Row(Map<String, String> words) {

    String word(String column) {
      String word = words.get(column);
      if (word == null) {
        throw new IllegalArgumentException("the demo places have no column " + column);
      }
      return word;
    }
  }

  /** How many place groups were added. */
  public int load(Path file) throws IOException {
    List<Row> rows = rows(Files.readAllLines(file));
    int added = placeGroups.add(rows.stream().map(this::group).toList());
    NightOf night = NightOf.at(clock.instant(), zone);
    Map<PlaceGroupId, CapacityState> states =
        records.figures(night, clock.instant()).stream()
            .collect(Collectors.toMap(CapacityState::placeGroupId, state -> state));
    for (Row row : rows) {
      CapacityState state = states.get(new PlaceGroupId(row.word("place_group")));
      if (state != null && state.toldAt() == null && !row.word("told_by").isEmpty()) {
        tell(state, row, night);
      }
    }
    return added;
  }

  private void tell(CapacityState state, Row row, NightOf night) {
    Instant toldAt =
        clock.instant().minus(Duration.ofMinutes(Integer.parseInt(row.word("minutes_ago"))));
    records.tell(
        new Telling(
            UUID.randomUUID(),
            state.placeGroupId(),
            Integer.parseInt(row.word("free")),
            row.word("told_by"),
            UpdateSource.DEMO),
        night,
        toldAt);
  }

  static List<Row> rows(List<String> lines) {
    List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
    String[] columns = told.getFirst().split(";", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : told.subList(1, told.size())) {
      String[] values = line.split(";", -1);
      if (values.length != columns.length) {
        throw new IllegalArgumentException("a line of the demo places has not all columns");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i].strip(), values[i].strip());
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  private PlaceGroup group(Row row) {
    Site site =
        new Site(
            row.word("site"),
            row.word("organisation"),
            row.word("site_name"),
            row.word("commune"),
            row.word("insee_code"),
            row.word("address"),
            Boolean.parseBoolean(row.word("address_is_secret")),
            row.word("phone"));
    return new PlaceGroup(
        new PlaceGroupId(row.word("place_group")),
        site,
        departement,
        row.word("name"),
        PlaceType.valueOf(row.word("place_type")),
        GenderRule.valueOf(row.word("gender_rule")),
        Arrays.stream(row.word("household_types").split(" "))
            .filter(code -> !code.isEmpty())
            .map(HouseholdType::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        PetsAllowed.valueOf(row.word("pets")),
        Access.valueOf(row.word("access")),
        Boolean.parseBoolean(row.word("night_only")),
        LocalTime.parse(row.word("arrival_until")),
        Integer.parseInt(row.word("installed")),
        Integer.parseInt(row.word("closed")),
        Optional.of(row.word("closure_reason"))
            .filter(code -> !code.isEmpty())
            .map(ClosureReason::valueOf)
            .orElse(null),
        Integer.parseInt(row.word("stale_after_minutes")));
  }
}
