package org.hotline115.gateway.web;

import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.ManagedSites;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;

/** The board, and what a shelter says of its free places. */
public final class BoardRoutes implements Routes {

  static final int PLACES_MAX = 1_000;

  private final ReadBoard board;
  private final TellAnswers tellings;
  private final ManagedSites sites;
  private final DisplayNames names;

  public BoardRoutes(BoardFeature board, ManagedSites sites, DisplayNames names) {
    this.board = board.readBoard();
    this.tellings = new TellAnswers(board);
    this.sites = sites;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/board", request -> Answer.ok(board.view(household(request.queryFields()))));
    api.put("/api/place-groups/:placeGroupId/free", this::tell);
  }

  private static Household household(Fields query) {
    int persons = query.optionalNumberText("persons", 1, Household.PERSONS_MAX).orElse(1);
    HouseholdType type =
        query.optionalCode("householdType", HouseholdType.class).orElse(HouseholdType.UNKNOWN);
    Pets pets = query.optionalCode("pets", Pets.class).orElse(Pets.NONE);
    query.nothingElse();
    return new Household(persons, type, pets);
  }

  private Answer tell(ApiRequest request) {
    Fields fields = request.fields();
    int free = fields.number("free", 0, PLACES_MAX);
    UUID tellId = fields.optionalUuid("tellId").orElseGet(UUID::randomUUID);
    fields.nothingElse();
    PlaceGroupId id = placeGroupId(request.path("placeGroupId"));
    Optional<PlaceGroup> group = board.placeGroup(id);
    if (group.isEmpty()) {
      return notFound();
    }
    if (!sites.mayActFor(request.session(), group.get().site().siteId())) {
      return Answer.problem(403, "NOT_YOURS", "this place belongs to another site");
    }
    return tellings.tell(
        new Telling(tellId, id, free, names.of(request.agent()), UpdateSource.WEB));
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }

  static PlaceGroupId placeGroupId(String text) {
    try {
      return new PlaceGroupId(text);
    } catch (IllegalArgumentException strange) {
      throw Problem.of(404, "NOT_FOUND", "there is nothing here").refused();
    }
  }
}
