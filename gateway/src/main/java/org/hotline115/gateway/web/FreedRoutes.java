package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.freed.FreedFeature;
import org.hotline115.callflow.freed.FreedId;
import org.hotline115.callflow.freed.FreedPlace;
import org.hotline115.callflow.freed.PassReason;
import org.hotline115.callflow.freed.ReadFreedPlaces;
import org.hotline115.callflow.freed.TakeResult;
import org.hotline115.callflow.freed.WaitingOrder;
import org.hotline115.callflow.freed.Why;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.request.RequestId;
import org.hotline115.callflow.request.RequestStatus;
import org.hotline115.callflow.request.ShelterRequest;
import org.hotline115.callflow.request.UnmetReason;
import org.jspecify.annotations.Nullable;

/** A place came back: whose turn it is, taken by one agent; and who waits, in their order. */
public final class FreedRoutes implements Routes {

  private final FreedFeature freed;
  private final ReadFreedPlaces reading;
  private final ReadBoard board;
  private final DisplayNames names;
  private final InstantSource clock;

  public FreedRoutes(FreedFeature freed, ReadBoard board, DisplayNames names, InstantSource clock) {
    this.freed = freed;
    this.reading = freed.readFreedPlaces();
    this.board = board;
    this.names = names;
    this.clock = clock;
  }

  /** One household that waits, with the line that explains its place. */
  public record Turn(
      RequestId requestId,
      ContactId contactId,
      FileCode fileCode,
      int persons,
      HouseholdType householdType,
      Pets pets,
      RequestStatus status,
      @Nullable UnmetReason unmetReason,
      boolean keepOpen,
      Why why) {

    static Turn of(WaitingOrder.Turn turn) {
      ShelterRequest request = turn.request();
      return new Turn(
          request.requestId(),
          request.contactId(),
          request.fileCode(),
          request.persons(),
          request.householdType(),
          request.pets(),
          request.status(),
          request.unmetReason(),
          request.keepOpen(),
          turn.why());
    }
  }

  /**
   * A place that came back, as every desk shows it.
   *
   * @param doorClosedAt nobody arrives there any more at this hour, unless the site says so
   * @param sitePhone whom to ask then; empty for a secret site
   */
  public record Freed(
      FreedId freedId,
      PlaceGroupId placeGroupId,
      String siteName,
      String groupName,
      int places,
      Instant freedAt,
      FreedPlace.Status status,
      @Nullable HoldId holdId,
      @Nullable String takenByName,
      @Nullable Turn turn,
      @Nullable LocalTime doorClosedAt,
      String sitePhone) {}

  @Override
  public void mount(Api api) {
    api.get("/api/freed-places", _ -> Answer.ok(open()));
    api.get(
        "/api/requests/waiting",
        _ ->
            Answer.ok(
                Map.of(
                    "asOf", clock.instant(),
                    "waiting", reading.waiting().stream().map(Turn::of).toList())));
    api.post("/api/freed-places/:freedId/take", this::take);
    api.post("/api/freed-places/:freedId/pass", this::pass);
  }

  /** Also what open desks are told. */
  public List<Freed> open() {
    return reading.open().stream().flatMap(each -> view(each).stream()).toList();
  }

  private Optional<Freed> view(ReadFreedPlaces.Freed each) {
    FreedPlace place = each.place();
    WaitingOrder.Turn turn = each.turn();
    return board
        .placeGroup(place.placeGroupId())
        .map(group ->
            new Freed(
                place.freedId(),
                place.placeGroupId(),
                group.site().name(),
                group.name(),
                place.places(),
                place.freedAt(),
                place.status(),
                place.holdId(),
                place.takenBy() == null ? null : names.of(place.takenBy()),
                turn == null ? null : Turn.of(turn),
                each.doorClosedAt(),
                group.site().shownPhone()));
  }

  private Answer take(ApiRequest request) {
    Fields fields = request.fields();
    HoldId holdId = new HoldId(fields.uuid("holdId"));
    fields.nothingElse();
    return switch (freed.takeFreedPlace().run(freedId(request), holdId, request.agent())) {
      case TakeResult.Taken taken -> Answer.created(HoldView.of(taken.hold(), names));
      case TakeResult.TakenBefore _ ->
          Answer.problem(409, "TAKEN_BEFORE", "another agent takes care of them");
      case TakeResult.NotProposed _ ->
          Answer.problem(409, "NOT_PROPOSED", "it is nobody's turn at this moment");
      case TakeResult.NotHeld _ ->
          Answer.problem(409, "NOT_HELD", "the board says otherwise: the turn stays theirs");
    };
  }

  private Answer pass(ApiRequest request) {
    Fields fields = request.fields();
    RequestId requestId = new RequestId(fields.uuid("requestId"));
    PassReason reason = fields.code("reason", PassReason.class);
    fields.nothingElse();
    return freed.passFreedPlace().run(freedId(request), requestId, reason, request.agent())
        ? Answer.noContent()
        : Answer.problem(409, "NOT_PROPOSED", "it is not their turn any more");
  }

  private static FreedId freedId(ApiRequest request) {
    return new FreedId(request.uuid("freedId"));
  }
}
