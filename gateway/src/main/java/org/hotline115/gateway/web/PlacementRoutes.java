package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.ManagedSites;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.placement.ExitDestination;
import org.hotline115.callflow.placement.ExitReason;
import org.hotline115.callflow.placement.MoveCommand;
import org.hotline115.callflow.placement.MovePlacement;
import org.hotline115.callflow.placement.MoveResult;
import org.hotline115.callflow.placement.MoveSource;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PlacementMove;
import org.hotline115.callflow.placement.ReadPlacements;
import org.jspecify.annotations.Nullable;

/** Who is expected tonight, who came, who did not: for the sites, and for who looks after all. */
public final class PlacementRoutes implements Routes {

  private static final Duration LATER_MAX = Duration.ofHours(24);

  private final ReadPlacements reading;
  private final MovePlacement moving;
  private final ReadBoard board;
  private final ManagedSites sites;
  private final DisplayNames names;
  private final GuestNames guests;
  private final InstantSource clock;

  public PlacementRoutes(
      PlacementFeature placements,
      ReadBoard board,
      ManagedSites sites,
      DisplayNames names,
      GuestNames guests,
      InstantSource clock) {
    this.reading = placements.readPlacements();
    this.moving = placements.movePlacement();
    this.board = board;
    this.sites = sites;
    this.names = names;
    this.guests = guests;
    this.clock = clock;
  }

  /** The words of the wire. A machine's own move is none of them. */
  private enum Said {
    ARRIVED,
    DID_NOT_COME,
    CANCELLED,
    COMES_LATER,
    LEFT,
    TAKEN_BACK
  }

  @Override
  public void mount(Api api) {
    api.get("/api/placements", this::expected);
    api.get("/api/placements/to-check", this::toCheck);
    api.get("/api/placements/figures", this::figures);
    api.post("/api/placements/:placementId/move", this::move);
  }

  /** A shelter's account sees its own sites. Names only of one's own sites, or of one site. */
  private Answer expected(ApiRequest request) {
    Fields query = request.queryFields();
    Optional<String> siteId = query.optionalText("siteId", 64);
    query.nothingElse();
    Session session = request.session();
    if (siteId.isPresent() && !sites.mayActFor(session, siteId.get())) {
      return Answer.problem(403, "NOT_YOURS", "this is another site");
    }
    List<Placement> placements =
        siteId
            .map(site -> reading.expectedAt(Set.of(site)))
            .orElseGet(() ->
                session.role() == Role.PLACE_MANAGER
                    ? reading.expectedAt(sites.of(session.agent()))
                    : reading.expectedEverywhere());
    boolean withNames = siteId.isPresent() || session.role() == Role.PLACE_MANAGER;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("asOf", clock.instant());
    body.put("nightOf", reading.tonight());
    body.put(
        "placements", placements.stream().flatMap(each -> view(each, withNames).stream()).toList());
    return Answer.ok(body);
  }

  private Optional<PlacementView> view(Placement placement, boolean withName) {
    return board
        .placeGroup(placement.placeGroupId())
        .map(group ->
            PlacementView.of(
                placement,
                group,
                withName ? guests.of(placement.contactId()).orElse(null) : null,
                movedBy(placement)));
  }

  private String movedBy(Placement placement) {
    Placement.LastMove last = placement.lastMove();
    return switch (last.source()) {
      case SITE, COORDINATOR, AGENT -> names.of(new AgentId(last.by()));
      case SMS, KEYPAD, SYSTEM -> last.by();
    };
  }

  /** One who is past the hour: whom to call first, whom then. */
  private record ToCheck(PlacementView placement, String sitePhone, String contactId) {}

  private Answer toCheck(ApiRequest request) {
    request.queryFields().nothingElse();
    return Answer.ok(
        Map.of(
            "asOf",
            clock.instant(),
            "placements",
            reading.toCheck().stream().flatMap(each -> toCheck(each).stream()).toList()));
  }

  private Answer figures(ApiRequest request) {
    request.queryFields().nothingElse();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("asOf", clock.instant());
    body.put("nightOf", reading.tonight());
    body.put("figures", reading.figuresOfTonight());
    return Answer.ok(body);
  }

  private Optional<ToCheck> toCheck(Placement placement) {
    Optional<PlaceGroup> group = board.placeGroup(placement.placeGroupId());
    return view(placement, false)
        .map(view ->
            new ToCheck(
                view,
                group.map(known -> known.site().phone()).orElse(""),
                placement.contactId().toString()));
  }

  private Answer move(ApiRequest request) {
    Fields fields = request.fields();
    PlacementId placementId = new PlacementId(request.uuid("placementId"));
    UUID moveId = fields.uuid("moveId");
    PlacementMove move = said(fields);
    fields.nothingElse();
    Session session = request.session();
    Optional<Placement> placement = reading.find(placementId);
    Optional<PlaceGroup> group = placement.flatMap(known -> board.placeGroup(known.placeGroupId()));
    if (group.isEmpty()) {
      return notFound();
    }
    if (session.role() == Role.PLACE_MANAGER
        && !sites.mayActFor(session, group.get().site().siteId())) {
      return Answer.problem(403, "NOT_YOURS", "they are expected at another site");
    }
    MoveSource source = source(session.role());
    if (source == MoveSource.SITE && move instanceof PlacementMove.Cancelled) {
      return Answer.problem(403, "NOT_YOURS", "a household cancels by telephone");
    }
    return answer(
        moving.run(new MoveCommand(moveId, placementId, move, source, session.agent().value())),
        session);
  }

  private PlacementMove said(Fields fields) {
    return switch (fields.code("move", Said.class)) {
      case ARRIVED -> new PlacementMove.Arrived();
      case DID_NOT_COME -> new PlacementMove.DidNotCome();
      case CANCELLED -> new PlacementMove.Cancelled();
      case COMES_LATER -> new PlacementMove.ComesLater(later(fields));
      case LEFT ->
          new PlacementMove.Left(
              fields.code("exitReason", ExitReason.class),
              fields.code("exitDestination", ExitDestination.class));
      case TAKEN_BACK -> new PlacementMove.TakenBack();
    };
  }

  private Instant later(Fields fields) {
    Instant now = clock.instant();
    return fields.instant("arriveBefore", now, now.plus(LATER_MAX));
  }

  private static MoveSource source(Role role) {
    return switch (role) {
      case LISTENER -> MoveSource.AGENT;
      case COORDINATOR, SUPERVISOR, ADMIN -> MoveSource.COORDINATOR;
      case PLACE_MANAGER -> MoveSource.SITE;
    };
  }

  private Answer answer(MoveResult result, Session session) {
    boolean withName = session.role() == Role.PLACE_MANAGER;
    return switch (result) {
      case MoveResult.Moved moved -> shown(moved.placement(), withName);
      case MoveResult.AlreadySo already -> shown(already.placement(), withName);
      case MoveResult.NotPossible not ->
          Answer.problem(
              with(
                  Problem.of(409, "NOT_POSSIBLE", "somebody said otherwise before"),
                  view(not.placement(), withName).orElse(null)));
      case MoveResult.NoPlaceLeft none ->
          Answer.problem(
              with(
                  Problem.of(409, "NO_PLACE_LEFT", "their place was given to somebody else"),
                  view(none.placement(), withName).orElse(null)));
      case MoveResult.NoSuchPlacement _ -> notFound();
      case MoveResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: say it again");
    };
  }

  private Answer shown(Placement placement, boolean withName) {
    return view(placement, withName).map(Answer::ok).orElseGet(PlacementRoutes::notFound);
  }

  private static Problem with(Problem problem, @Nullable PlacementView placement) {
    return placement == null ? problem : problem.with("placement", placement);
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }
}
