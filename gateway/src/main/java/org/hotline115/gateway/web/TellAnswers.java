package org.hotline115.gateway.web;

import java.util.Map;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;

/** Tells a figure and says what became of it: the group as every screen shows it now. */
final class TellAnswers {

  private final ReadBoard board;
  private final SetFreePlaces setFreePlaces;

  TellAnswers(BoardFeature board) {
    this.board = board.readBoard();
    this.setFreePlaces = board.setFreePlaces();
  }

  Answer tell(Telling telling) {
    return switch (setFreePlaces.run(telling)) {
      case TellResult.Told _ -> shown(telling.group());
      case TellResult.TooMany many ->
          Answer.problem(
              new Problem(
                  422,
                  "TOO_MANY",
                  "free",
                  "more than this group has",
                  Map.of("open", many.open())));
      case TellResult.OtherTelling _ ->
          Answer.problem(
              new Problem(409, "OTHER_TELLING", "tellId", "this id said something else", Map.of()));
      case TellResult.NoSuchGroup _ -> notFound();
      case TellResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: say it again");
    };
  }

  private Answer shown(PlaceGroupId id) {
    return board.group(id, Household.ANYBODY).map(Answer::ok).orElseGet(TellAnswers::notFound);
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }
}
