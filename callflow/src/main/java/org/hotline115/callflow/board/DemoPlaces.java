package org.hotline115.callflow.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

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

  /** How many place groups were added. */
  public int load(Path file) throws IOException {
    List<DemoPlaceRow> rows = DemoPlaceRow.all(Files.readAllLines(file));
    int added = placeGroups.add(rows.stream().map(row -> row.group(departement)).toList());
    NightOf night = NightOf.at(clock.instant(), zone);
    Map<PlaceGroupId, CapacityState> states =
        records.figures(night, clock.instant()).stream()
            .collect(Collectors.toMap(CapacityState::placeGroupId, state -> state));
    for (DemoPlaceRow row : rows) {
      CapacityState state = states.get(new PlaceGroupId(row.word("place_group")));
      if (state != null && state.toldAt() == null && !row.word("told_by").isEmpty()) {
        tell(state, row, night);
      }
    }
    return added;
  }

  private void tell(CapacityState state, DemoPlaceRow row, NightOf night) {
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
}
