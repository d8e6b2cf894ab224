package org.hotline115.gateway.web;

import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.shelter.ReadFreshness;

/** Who has not said a figure lately, and the figure that one of ours was told on the telephone. */
public final class FreshnessRoutes implements Routes {

  private final ReadFreshness readFreshness;
  private final TellAnswers tellings;
  private final DisplayNames names;

  public FreshnessRoutes(ReadFreshness readFreshness, BoardFeature board, DisplayNames names) {
    this.readFreshness = readFreshness;
    this.tellings = new TellAnswers(board);
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/freshness", request -> Answer.ok(readFreshness.run()));
    api.post("/api/freshness/:placeGroupId/called", this::called);
  }

  private Answer called(ApiRequest request) {
    Fields fields = request.fields();
    var tellId = fields.uuid("tellId");
    int free = fields.number("free", 0, BoardRoutes.PLACES_MAX);
    fields.nothingElse();
    return tellings.tell(
        new Telling(
            tellId,
            BoardRoutes.placeGroupId(request.path("placeGroupId")),
            free,
            names.of(request.agent()),
            UpdateSource.PHONE));
  }
}
