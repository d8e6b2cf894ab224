package org.hotline115.callflow.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline115.callflow.board.JdbcBoardRecords;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The night's figures by SQL, against counting by hand. */
class NightFiguresIT {

  private static final NightOf NIGHT = new NightOf(LocalDate.of(2026, 11, 23));
  private static final Instant SIX = Instant.parse("2026-11-23T17:00:00Z");
  private static final Instant NOW = SIX.plus(Duration.ofHours(5));
  private static final int GROUPS = 3;

  private Database database;
  private JdbcPlacements placements;

  @BeforeEach
  void threeGroups() {
    database = TestServers.database();
    PlaceRows.add(database, PlaceSamples.groups(GROUPS, 500));
    database.with(handle ->
        handle.execute(
            "INSERT INTO capacity_night (place_group_id, night_of, open, occupied, promised)"
                + " SELECT place_group_id, ?, 500, 0, 0 FROM place_group",
            NIGHT.date()));
    placements =
        new JdbcPlacements(
            database, new JdbcBoardRecords(database, PlaceSamples.HERAULT), PlaceSamples.HERAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** One promise; {@code promised} and {@code moved} in minutes after six. */
  private record Row(String group, String status, int promised, int moved, int due, int places) {}

  private void write(Row row) {
    boolean arrived = row.status().equals("ARRIVED") || row.status().equals("ENDED");
    boolean left = row.status().equals("ENDED");
    database.with(handle ->
        handle.execute(
            """
            INSERT INTO placement (
              placement_id, hold_id, request_id, contact_id, file_code, place_group_id, night_of, persons, places,
              status, confirmed_at, confirmed_by, arrive_before, moved_at, moved_by, moved_source,
              arrived_at, left_at, exit_reason, exit_destination)
            VALUES (?, ?, ?, ?, 'A4F7', ?, ?, 1, ?, ?, ?, 'claire', ?, ?, 'nadia', 'COORDINATOR', ?, ?, ?, ?)
            """,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            row.group(),
            NIGHT.date(),
            row.places(),
            row.status(),
            minute(row.promised()),
            minute(row.due()),
            minute(row.moved()),
            arrived ? minute(row.moved()) : null,
            left ? minute(row.moved()) : null,
            left ? "UNKNOWN" : null,
            left ? "UNKNOWN" : null));
  }

  private static Instant minute(int minute) {
    return SIX.plus(Duration.ofMinutes(minute));
  }

  private NightFigures figures() {
    return placements.figuresOf(NIGHT, NOW);
  }

  @Test
  void aNightWithoutPromisesHasNoFigures() {
    assertThat(figures()).isEqualTo(new NightFigures(0, 0, 0, 0, 0));
  }

  @Test
  void aPlaceThatCameBackAndWasPromisedAgainIsGivenAgainOnce() {
    write(new Row("group-00000", "NO_SHOW", 10, 200, 120, 2));
    write(new Row("group-00000", "EXPECTED", 100, 100, 180, 1));
    write(new Row("group-00000", "ARRIVED", 210, 230, 290, 1));
    write(new Row("group-00001", "EXPECTED", 220, 220, 280, 4));
    write(new Row("group-00002", "TO_CHECK", 10, 200, 120, 1));

    assertThat(figures())
        .as("who was promised before it came back, or elsewhere, does not count")
        .isEqualTo(new NightFigures(1, 1, 1, 2, 1));
  }

  @Test
  void whoseHourIsNotPastIsInNoRate() {
    write(new Row("group-00000", "ARRIVED", 10, 20, 301, 1));
    write(new Row("group-00000", "NO_SHOW", 10, 20, 301, 1));

    assertThat(figures()).isEqualTo(new NightFigures(0, 0, 0, 1, 0));
  }

  @Test
  void countedByHandItIsTheSame() {
    long seed = Long.getLong("hotline.seed", 115);
    System.out.println("seed " + seed + " (repeat with -Dhotline.seed=" + seed + ")");
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      database.with(handle -> handle.execute("DELETE FROM placement"));
      List<Row> rows =
          IntStream.range(0, 1 + random.nextInt(30)).mapToObj(i -> anyRow(random)).toList();
      rows.forEach(this::write);

      assertThat(figures()).as("round %d: %s", round, rows).isEqualTo(byHand(rows));
    }
  }

  private static Row anyRow(Random random) {
    int promised = random.nextInt(200);
    return new Row(
        "group-0000" + random.nextInt(GROUPS),
        List.of("EXPECTED", "ARRIVED", "NO_SHOW", "NO_SHOW", "ENDED", "TO_CHECK", "CANCELLED")
            .get(random.nextInt(7)),
        promised,
        promised + 1 + random.nextInt(100),
        random.nextInt(400),
        1 + random.nextInt(4));
  }

  /** Each place that comes back is a token; each promise takes the tokens that lie there. */
  private static NightFigures byHand(List<Row> rows) {
    Map<String, List<int[]>> byGroup = new TreeMap<>();
    for (Row row : rows) {
      List<int[]> events = byGroup.computeIfAbsent(row.group(), group -> new ArrayList<>());
      events.add(new int[] {row.promised(), 1, row.places()});
      if (row.status().equals("NO_SHOW")) {
        events.add(new int[] {row.moved(), 0, row.places()});
      }
    }
    int givenAgain = 0;
    for (List<int[]> events : byGroup.values()) {
      events.sort(Comparator.<int[]>comparingInt(e -> e[0]).thenComparingInt(e -> e[1]));
      int tokens = 0;
      for (int[] event : events) {
        int taken = event[1] == 1 ? Math.min(tokens, event[2]) : 0;
        givenAgain += taken;
        tokens += event[1] == 1 ? -taken : event[2];
      }
    }
    Map<String, Integer> past =
        rows.stream()
            .filter(row -> minute(row.due()).isBefore(NOW))
            .collect(Collectors.groupingBy(Row::status, Collectors.summingInt(row -> 1)));
    int back = rows.stream().filter(r -> r.status().equals("NO_SHOW")).mapToInt(Row::places).sum();
    return new NightFigures(
        past.getOrDefault("ARRIVED", 0) + past.getOrDefault("ENDED", 0),
        past.getOrDefault("NO_SHOW", 0),
        past.getOrDefault("TO_CHECK", 0),
        back,
        givenAgain);
  }
}
