package org.hotline115.gateway.web;

import java.util.Map;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.truth.BoardAlarm;
import org.hotline115.callflow.truth.DecideAlarm;
import org.hotline115.callflow.truth.DecideResult;
import org.hotline115.callflow.truth.ReadAlarms;
import org.hotline115.callflow.truth.TruthFeature;

/** Where the board's figures are not true, and what a coordinator decides about it. */
public final class AlarmRoutes implements Routes {

  private final ReadAlarms alarms;
  private final DecideAlarm decideAlarm;
  private final ReadBoard board;
  private final DisplayNames names;

  public AlarmRoutes(TruthFeature truth, ReadBoard board, DisplayNames names) {
    this.alarms = truth.readAlarms();
    this.decideAlarm = truth.decideAlarm();
    this.board = board;
    this.names = names;
  }

  /** What a person may say of an alarm. */
  private enum Word {
    REPAIR,
    ACKNOWLEDGE
  }

  @Override
  public void mount(Api api) {
    api.get(
        "/api/board/alarms", request -> Answer.ok(alarms.run().stream().map(this::view).toList()));
    api.post("/api/board/alarms/:alarmId/decide", this::decide);
  }

  private Answer decide(ApiRequest request) {
    Fields fields = request.fields();
    Word word = fields.code("decision", Word.class);
    fields.nothingElse();
    long alarmId = alarmId(request.path("alarmId"));
    DecideResult result =
        switch (word) {
          case REPAIR -> decideAlarm.repair(alarmId, request.agent());
          case ACKNOWLEDGE -> decideAlarm.acknowledge(alarmId, request.agent());
        };
    return switch (result) {
      case DecideResult.Decided decided -> Answer.ok(view(decided.alarm()));
      case DecideResult.AlreadyDecided _ ->
          Answer.problem(409, "ALREADY_DECIDED", "somebody decided otherwise");
      case DecideResult.NotRepairable _ ->
          Answer.problem(
              new Problem(
                  409,
                  "NOT_REPAIRABLE",
                  "decision",
                  "no figure of ours can put this right",
                  Map.of()));
      case DecideResult.NoSuchAlarm _ -> notFound();
      case DecideResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again");
    };
  }

  private static long alarmId(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw Problem.of(404, "NOT_FOUND", "there is nothing here").refused();
    }
    return Long.parseLong(text);
  }

  private AlarmView view(BoardAlarm alarm) {
    return AlarmView.of(alarm, board.placeGroup(alarm.placeGroupId()), names);
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }
}
