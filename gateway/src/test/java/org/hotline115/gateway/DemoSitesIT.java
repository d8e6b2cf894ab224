package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.BoardView;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.PlaceGroupId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's sites come through the coordinators' import, and its evening through the use cases.
 */
class DemoSitesIT {

  private static final Path DEMO = Path.of("../config/demo");

  @TempDir static Path folder;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** As a second start does. */
  private static void loadAgain() throws IOException {
    InstantSource clock = InstantSource.system();
    new DemoSites(
            new Coordination(
                new Coordination.Ground(
                    gateway.database, new Departement("34"), clock, TestGateway.PARIS, List.of()),
                gateway.access,
                gateway.board),
            gateway.board,
            clock)
        .load(DEMO);
  }

  private static String everything() {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                """
                SELECT (SELECT json_agg(g ORDER BY g.place_group_id)::text FROM place_group g)
                  || (SELECT json_agg(s ORDER BY s.site_id)::text FROM site s)
                  || (SELECT json_agg(c ORDER BY c.place_group_id)::text FROM capacity_night c)
                  || (SELECT json_agg(p ORDER BY p.closure_id)::text FROM place_closure p)
                  || (SELECT count(*) FROM told_figure) || ' ' || (SELECT count(*) FROM audit_event)\
                """)
            .mapTo(String.class)
            .one());
  }

  private static GroupView find(BoardView view, String id) {
    return view.groups().stream()
        .filter(group -> group.placeGroupId().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCoordinatorSeesTheImportThatBroughtThem() throws IOException {
    long lines = Files.readAllLines(DEMO.resolve("places.csv")).size() - 1;

    String imports = gateway.browser().signIn("nadia").get("/api/imports").body();

    assertThat(imports)
        .contains("\"fileName\":\"places.csv\"", "\"status\":\"APPLIED\"", "\"added\":" + lines)
        .contains("\"refused\":0");
  }

  @Test
  void aSecondStartChangesNothing() throws IOException {
    String before = everything();

    loadAgain();

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void theEveningStandsOnTheBoardAsOldAsItIsAndKeepsTheSecret() {
    BoardView view =
        gateway.board.readBoard().view(new Household(2, HouseholdType.WOMAN_WITH_CHILD, Pets.NONE));

    assertThat(view.groups()).hasSize(12);
    assertThat(view.toString()).doesNotContain("Cerises");
    assertThat(find(view, "etoile").fits()).isTrue();
    assertThat(find(view, "etoile").commune()).isEmpty();
    assertThat(find(view, "lilas-famille").free()).isEqualTo(6);
    assertThat(find(view, "lilas-famille").source()).isEqualTo(UpdateSource.DEMO);
    assertThat(find(view, "saint-jean-hommes").isStale(Instant.now())).isTrue();
    assertThat(find(view, "saint-jean-hommes").misfit()).isEqualTo(Misfit.GENDER_RULE);
    assertThat(find(view, "mimosas-perinat").open()).isEqualTo(4);
    assertThat(find(view, "platanes-gymnase").open()).isZero();
    assertThat(
            gateway
                .board
                .holdPlaces()
                .run(
                    new HoldPlaces.Wish(
                        new HoldId(UUID.randomUUID()),
                        new PlaceGroupId("platanes-gymnase"),
                        1,
                        new AgentId("claire"),
                        null,
                        new ContactId(UUID.randomUUID()))))
        .isEqualTo(new HoldResult.Closed());
  }
}
