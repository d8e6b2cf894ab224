package org.hotline115.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hotline115.callflow.access.Role;
import org.junit.jupiter.api.Test;

/** Permissions, the OpenAPI document and the mounted routes are one list. */
class RouteTablesTest {

  @Test
  void theDocumentDescribesExactlyTheRoutesOfThePermissions() {
    JsonNode paths = OpenApiRoute.document().path("paths");
    Set<String> described = new TreeSet<>();
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    described.add(
                        method.toUpperCase(Locale.ROOT)
                            + " "
                            + path.getKey().replaceAll("\\{(\\w+)}", ":$1"))));

    Set<String> doors = new TreeSet<>(Permissions.ROLES.keySet());
    doors.add("POST " + FigureDoor.PATH); // no session: a shelter's key
    assertThat(described).isEqualTo(doors);
  }

  @Test
  void aRouteWithoutAnEntryIsNotMounted() {
    Vertx vertx = Vertx.vertx();
    try {
      ApiRouter api = new ApiRouter(Router.router(vertx), null, null, new SimpleMeterRegistry());
      assertThatThrownBy(
              () -> api.route(HttpMethod.GET, "/api/everything", request -> Answer.noContent()))
          .hasMessageContaining("not in Permissions");
    } finally {
      vertx.close().await();
    }
  }

  /** Who is overdue everywhere is the coordinator's list. */
  private static boolean isOfPlacements(String route) {
    return route.endsWith("/api/placements") || route.endsWith("/:placementId/move");
  }

  @Test
  void aShelterSeesNoDeskAndOnlyShelterRolesTellFigures() {
    Permissions.ROLES.forEach((route, roles) -> {
      boolean forShelters =
          (route.contains("/api/board")
                  && !route.contains("/api/board/alarms")
                  && !route.contains("/api/board/search"))
              || route.contains("/api/closures")
              || route.contains("/api/place-groups")
              || route.equals("GET /api/reference")
              || isOfPlacements(route)
              || route.endsWith("/api/sites/:siteId/channel")
              || route.contains("/api/session");
      if (!roles.isEmpty()) {
        assertThat(roles.contains(Role.PLACE_MANAGER)).as(route).isEqualTo(forShelters);
      }
    });
  }
}
