package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.ManagedSites;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.closure.ClosePlaces;
import org.hotline115.callflow.closure.CloseResult;
import org.hotline115.callflow.closure.ClosureFeature;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.closure.PlaceClosure;
import org.hotline115.callflow.closure.ReopenResult;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.OwnCode;

/** Shutting places for a while: a shelter its own, who keeps the places of the night all. */
public final class ClosureRoutes implements Routes {

  private static final int PLACES_MAX = 1_000;
  private static final Duration AHEAD_MAX = Duration.ofDays(730);

  private final ClosureFeature closures;
  private final ReadBoard board;
  private final ManagedSites sites;
  private final DisplayNames names;
  private final InstantSource clock;

  public ClosureRoutes(
      ClosureFeature closures,
      ReadBoard board,
      ManagedSites sites,
      DisplayNames names,
      InstantSource clock) {
    this.closures = closures;
    this.board = board;
    this.sites = sites;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/closures", this::list);
    api.post("/api/closures", this::close);
    api.post("/api/closures/:closureId/end", this::reopen);
  }

  private Answer list(ApiRequest request) {
    return Answer.ok(
        closures.readClosures().list().stream()
            .filter(closure -> isOwn(request.session(), closure.placeGroupId()))
            .map(this::view)
            .toList());
  }

  private Answer close(ApiRequest request) {
    ClosePlaces.Wish wish = wish(request.fields());
    if (group(wish.placeGroupId()).isEmpty()) {
      return Answer.problem(noSuchGroup());
    }
    if (!isOwn(request.session(), wish.placeGroupId())) {
      return notYours();
    }
    return switch (closures.closePlaces().run(wish, request.agent())) {
      case CloseResult.Closed closed -> Answer.created(view(closed.closure()));
      case CloseResult.TooMany many ->
          Answer.problem(
              new Problem(
                  422,
                  "TOO_MANY_CLOSED",
                  "places",
                  "somebody is inside, or there are not so many",
                  Map.of(
                      "open",
                      many.open(),
                      "occupied",
                      many.occupied(),
                      "mayClose",
                      many.mayClose())));
      case CloseResult.NoSuchGroup _ -> Answer.problem(noSuchGroup());
      case CloseResult.NoSuchReason _ -> Answer.problem(OwnCodes.notOffered());
      case CloseResult.OtherClosure _ ->
          Answer.problem(
              new Problem(
                  409, "OTHER_CLOSURE", "closureId", "this id is another closure's", Map.of()));
      case CloseResult.RecordsDown _ -> recordsDown();
    };
  }

  private ClosePlaces.Wish wish(Fields fields) {
    Instant now = clock.instant();
    Instant most = now.plus(AHEAD_MAX);
    ClosureId closureId = new ClosureId(fields.uuid("closureId"));
    PlaceGroupId group = BoardRoutes.placeGroupId(fields.text("placeGroupId", 64));
    int places = fields.number("places", 1, PLACES_MAX);
    ClosureReason reason = fields.code("reason", ClosureReason.class);
    OwnCode own = OwnCodes.in(fields);
    Instant from = fields.optionalInstant("fromAt", now.minus(AHEAD_MAX), most).orElse(null);
    Instant to = fields.optionalInstant("expectedTo", now, most).orElse(null);
    String note = fields.optionalText("note", PlaceClosure.NOTE_MAX).orElse("").strip();
    fields.nothingElse();
    if (from != null && to != null && !to.isAfter(from)) {
      throw Problem.field("ENDS_BEFORE_IT_BEGINS", "expectedTo", "must be after fromAt").refused();
    }
    return new ClosePlaces.Wish(closureId, group, places, reason, own, from, to, note);
  }

  private Answer reopen(ApiRequest request) {
    request.fields().nothingElse();
    ClosureId closureId = new ClosureId(request.uuid("closureId"));
    Optional<PlaceClosure> closure = closures.readClosures().find(closureId);
    if (closure.isEmpty()) {
      return notFound();
    }
    if (!isOwn(request.session(), closure.get().placeGroupId())) {
      return notYours();
    }
    return switch (closures.reopenPlaces().run(closureId, request.agent())) {
      case ReopenResult.Reopened reopened -> Answer.ok(view(reopened.closure()));
      case ReopenResult.NoSuchClosure _ -> notFound();
      case ReopenResult.RecordsDown _ -> recordsDown();
    };
  }

  private Optional<PlaceGroup> group(PlaceGroupId id) {
    return board.placeGroup(id);
  }

  /** Fails closed: a group that is not known belongs to nobody. */
  private boolean isOwn(Session session, PlaceGroupId id) {
    return group(id).filter(group -> sites.mayActFor(session, group.site().siteId())).isPresent();
  }

  private ClosureView view(PlaceClosure closure) {
    return ClosureView.of(closure, group(closure.placeGroupId()), names);
  }

  private static Problem noSuchGroup() {
    return Problem.field("INVALID_VALUE", "placeGroupId", "there is no such group");
  }

  private static Answer notYours() {
    return Answer.problem(403, "NOT_YOURS", "this place belongs to another site");
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }

  private static Answer recordsDown() {
    return Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
  }
}
