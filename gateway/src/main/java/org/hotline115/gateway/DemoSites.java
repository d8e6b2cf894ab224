package org.hotline115.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.closure.ClosePlaces;
import org.hotline115.callflow.closure.CloseResult;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.directory.ImportPlaces;
import org.hotline115.callflow.directory.ImportReport;
import org.hotline115.callflow.directory.ImportResult;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroupId;

/**
 * The invented sites of the demo, brought as a coordinator brings hers: a file that is looked at
 * and applied as a whole; then what their teams have said and closed this evening, by the use cases
 * that they use. Each of these has an id of its own: a second start changes nothing.
 */
public final class DemoSites {

  private static final AgentId DEMO = new AgentId("demo");
  private static final String COLUMNS =
      "place_group;closed;closure_reason;free;minutes_ago;told_by";

  private final Coordination coordination;
  private final BoardFeature board;
  private final InstantSource clock;

  public DemoSites(Coordination coordination, BoardFeature board, InstantSource clock) {
    this.coordination = coordination;
    this.board = board;
    this.clock = clock;
  }

  /** {@code folder} holds {@code places.csv} and {@code evening.csv}. */
  public void load(Path folder) throws IOException {
    if (imported(folder.resolve("places.csv")).sums().added() == 0) {
      return; // a house that has its sites: nothing is said for it
    }
    for (Evening group : Evening.read(folder.resolve("evening.csv"))) {
      close(group);
      tell(group);
    }
  }

  /** Also when a start was cut off before the end; the same file has the same id. */
  private ImportReport imported(Path path) throws IOException {
    byte[] file = Files.readAllBytes(path);
    UUID importId = UUID.nameUUIDFromBytes(file);
    ImportPlaces imports = coordination.directory().importPlaces();
    ImportReport brought =
        report(imports.bring(importId, path.getFileName().toString(), file, DEMO));
    if (brought.status() == ImportReport.Status.APPLIED || brought.sums().added() == 0) {
      return brought;
    }
    ImportReport applied = report(imports.apply(importId, false, DEMO));
    if (applied.status() != ImportReport.Status.APPLIED) {
      throw new IllegalStateException("the sites of the demo are refused: " + applied.lines());
    }
    return applied;
  }

  private static ImportReport report(ImportResult result) {
    if (result instanceof ImportResult.Told told) {
      return told.report();
    }
    throw new IllegalStateException("the sites of the demo cannot be brought: " + result);
  }

  private void close(Evening group) {
    if (group.closed() > 0) {
      CloseResult result =
          coordination
              .closures()
              .closePlaces()
              .run(
                  new ClosePlaces.Wish(
                      new ClosureId(group.id("closed")),
                      group.placeGroupId(),
                      group.closed(),
                      ClosureReason.valueOf(group.closureReason()),
                      null,
                      null,
                      null,
                      ""),
                  DEMO);
      require(result instanceof CloseResult.Closed, group, result);
    }
  }

  private void tell(Evening group) {
    if (!group.toldBy().isEmpty()) {
      Instant saidAt = clock.instant().minus(Duration.ofMinutes(group.minutesAgo()));
      TellResult result =
          board
              .setFreePlaces()
              .run(
                  new Telling(
                      group.id("free"),
                      group.placeGroupId(),
                      group.free(),
                      group.toldBy(),
                      UpdateSource.DEMO),
                  saidAt);
      require(result instanceof TellResult.Told, group, result);
    }
  }

  private static void require(boolean done, Evening group, Object result) {
    if (!done) {
      throw new IllegalStateException("the demo's evening at " + group.group() + ": " + result);
    }
  }

  /** One line of what was said before the demo began. */
  private record Evening(
      String group, int closed, String closureReason, int free, int minutesAgo, String toldBy) {

    static List<Evening> read(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (!lines.getFirst().equals(COLUMNS)) {
        throw new IllegalStateException("the demo's evening has the columns " + COLUMNS);
      }
      return lines.stream().skip(1).filter(line -> !line.isBlank()).map(Evening::of).toList();
    }

    private static Evening of(String line) {
      String[] values = line.split(";", -1);
      if (values.length != COLUMNS.split(";").length) {
        throw new IllegalStateException("a line of the demo's evening has not all columns");
      }
      return new Evening(
          values[0], number(values[1]), values[2], number(values[3]), number(values[4]), values[5]);
    }

    private static int number(String value) {
      return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    PlaceGroupId placeGroupId() {
      return new PlaceGroupId(group);
    }

    /** The same at each start. */
    UUID id(String what) {
      return UUID.nameUUIDFromBytes((what + group).getBytes(StandardCharsets.UTF_8));
    }
  }
}
