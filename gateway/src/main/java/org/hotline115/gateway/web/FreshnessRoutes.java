package org.hotline115.gateway.web;

import java.util.Map;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.shelter.AskNow;
import org.hotline115.callflow.shelter.AskNowResult;
import org.hotline115.callflow.shelter.ReadFreshness;

/**
 * Who has not said a figure lately, a question to one of them at once, and the figure that one of
 * ours was told on the telephone.
 */
public final class FreshnessRoutes implements Routes {

  private final ReadFreshness readFreshness;
  private final AskNow askNow;
  private final TellAnswers tellings;
  private final DisplayNames names;

  public FreshnessRoutes(
      ReadFreshness readFreshness, AskNow askNow, BoardFeature board, DisplayNames names) {
    this.readFreshness = readFreshness;
    this.askNow = askNow;
    this.tellings = new TellAnswers(board);
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/freshness", request -> Answer.ok(readFreshness.run()));
    api.post("/api/freshness/:placeGroupId/called", this::called);
    api.post("/api/freshness/:placeGroupId/ask", this::ask);
  }

  private Answer ask(ApiRequest request) {
    Fields fields = request.fields();
    var askId = fields.uuid("askId");
    fields.nothingElse();
    var group = BoardRoutes.placeGroupId(request.path("placeGroupId"));
    return switch (askNow.run(askId, group, request.agent())) {
      case AskNowResult.Asked asked ->
          Answer.ok(Map.of("askedBy", asked.by(), "askedAt", asked.at()));
      case AskNowResult.JustAsked just ->
          Answer.problem(
              Problem.of(409, "JUST_ASKED", "it was asked a moment ago")
                  .with("askedBy", just.by())
                  .with("askedAt", just.at()));
      case AskNowResult.OtherQuestionOpen _ ->
          Answer.problem(409, "QUESTION_OPEN", "another question waits for its answer");
      case AskNowResult.SomebodyCalls _ ->
          Answer.problem(409, "SOMEBODY_CALLS", "no text reaches this shelter");
      case AskNowResult.NotAtNight _ ->
          Answer.problem(409, "NOT_AT_NIGHT", "it wishes no questions at this hour");
      case AskNowResult.OtherAsking _ ->
          Answer.problem(
              new Problem(409, "OTHER_ASKING", "askId", "this id asked another group", Map.of()));
      case AskNowResult.NoSuchGroup _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
    };
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
