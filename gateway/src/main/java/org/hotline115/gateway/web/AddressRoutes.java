package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.placement.AddressResult;
import org.hotline115.callflow.placement.Driver;
import org.hotline115.callflow.placement.OpenAddress;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PlacementStatus;
import org.hotline115.callflow.placement.ReadPlacements;

/** Who must be driven to a secret place tonight, and where that is, on record. */
public final class AddressRoutes implements Routes {

  private final ReadPlacements reading;
  private final OpenAddress openAddress;
  private final ReadBoard board;

  public AddressRoutes(PlacementFeature placements, ReadBoard board) {
    this.reading = placements.readPlacements();
    this.openAddress = placements.openAddress();
    this.board = board;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/placements/secret", this::list);
    api.post("/api/placements/:placementId/address", this::open);
  }

  /** Of a listener the own ones. No address stands here. */
  private Answer list(ApiRequest request) {
    request.queryFields().nothingElse();
    List<PlacementView> placements =
        reading.expectedEverywhere().stream()
            .filter(AddressRoutes::isOnTheWay)
            .filter(placement ->
                looksAfterAll(request) || placement.confirmedBy().equals(request.agent()))
            .flatMap(placement -> secret(placement).stream())
            .toList();
    return Answer.ok(Map.of("placements", placements));
  }

  private static boolean isOnTheWay(Placement placement) {
    return placement.status() == PlacementStatus.EXPECTED
        || placement.status() == PlacementStatus.TO_CHECK;
  }

  private Optional<PlacementView> secret(Placement placement) {
    Optional<PlaceGroup> group = board.placeGroup(placement.placeGroupId());
    return group
        .filter(known -> known.site().addressIsSecret())
        .map(known -> PlacementView.of(placement, known, null, placement.lastMove().by()));
  }

  private Answer open(ApiRequest request) {
    Fields fields = request.fields();
    PlacementId placementId = new PlacementId(request.uuid("placementId"));
    Driver driver = fields.code("driver", Driver.class);
    fields.nothingElse();
    return switch (openAddress.run(placementId, driver, request.agent(), looksAfterAll(request))) {
      case AddressResult.Opened opened -> {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("address", opened.address());
        body.put("commune", opened.commune());
        body.put("phone", opened.phone());
        yield Answer.ok(body);
      }
      case AddressResult.NotYours _ ->
          Answer.problem(403, "NOT_YOURS", "another agent promised this place");
      case AddressResult.NotExpected _ ->
          Answer.problem(409, "NOT_EXPECTED", "they are there, or do not come");
      case AddressResult.NoSuchPlacement _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case AddressResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "without a record nothing is opened: ask again");
    };
  }

  private static boolean looksAfterAll(ApiRequest request) {
    Role role = request.session().role();
    return role == Role.COORDINATOR || role == Role.SUPERVISOR;
  }
}
