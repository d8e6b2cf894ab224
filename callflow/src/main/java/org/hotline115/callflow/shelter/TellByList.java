package org.hotline115.callflow.shelter;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;

/**
 * A shelter's software tells many figures at once. Every line is answered by itself: a bad one
 * changes nothing and takes nothing from its neighbours. The list's id makes it repeatable.
 */
public final class TellByList {

  public static final int LINES_MAX = 5_000;

  private final SiteFigures figures;
  private final SetFreePlaces setFreePlaces;
  private final JdbcAuditTrail audit;
  private final ShelterMetrics metrics;
  private final InstantSource clock;

  TellByList(
      SiteFigures figures,
      SetFreePlaces setFreePlaces,
      JdbcAuditTrail audit,
      ShelterMetrics metrics,
      InstantSource clock) {
    this.figures = figures;
    this.setFreePlaces = setFreePlaces;
    this.audit = audit;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Answers in the order of the lines. {@code listId} is the sender's own. A list that met records
   * away is not on the trail yet: it comes again.
   */
  public List<LineAnswer> run(SiteKey key, UUID listId, List<FigureLine> lines) {
    Map<String, SiteFigure> own =
        figures.of(key.siteId()).stream()
            .collect(
                Collectors.toMap(figure -> figure.placeGroupId().value(), Function.identity()));
    Set<String> seen = new HashSet<>();
    List<LineAnswer> answers = new ArrayList<>();
    boolean away = false;
    for (FigureLine line : lines) {
      LineAnswer answer =
          away
              ? LineAnswer.of(line, LineAnswer.Outcome.RECORDS_DOWN) // each try would take seconds
              : answer(key, listId, line, own, seen);
      away = answer.outcome() == LineAnswer.Outcome.RECORDS_DOWN;
      metrics.saved(UpdateSource.API, answer.outcome().name());
      answers.add(answer);
    }
    if (!away) {
      long noted =
          answers.stream().filter(answer -> answer.outcome() == LineAnswer.Outcome.NOTED).count();
      trail(
          key,
          noted == answers.size()
              ? "FIGURES_NOTED"
              : noted == 0 ? "FIGURES_REFUSED" : "FIGURES_NOTED_IN_PART");
    }
    return answers;
  }

  /** What this software sent could not be read as a list. */
  public void unreadable(SiteKey key) {
    trail(key, "FIGURES_REFUSED");
  }

  private void trail(SiteKey key, String action) {
    audit.record(
        new AuditEvent(clock.instant(), "key:" + key.keyId(), action, "SITE", key.siteId(), null));
  }

  private LineAnswer answer(
      SiteKey key, UUID listId, FigureLine line, Map<String, SiteFigure> own, Set<String> seen) {
    if (line.malformed() != null) {
      return LineAnswer.of(line, LineAnswer.Outcome.MALFORMED);
    }
    SiteFigure figure = own.get(line.placeGroup());
    if (figure == null) {
      return LineAnswer.of(line, LineAnswer.Outcome.NO_SUCH_GROUP);
    }
    if (!seen.add(line.placeGroup())) {
      return LineAnswer.of(line, LineAnswer.Outcome.GROUP_TWICE);
    }
    TellResult told =
        setFreePlaces.run(
            new Telling(
                TellIds.of("list", key.keyId().toString(), listId.toString(), line.placeGroup()),
                figure.placeGroupId(),
                line.free(),
                key.name(),
                UpdateSource.API));
    return switch (told) {
      case TellResult.Told(var state) ->
          new LineAnswer(
              line.line(),
              line.placeGroup(),
              LineAnswer.Outcome.NOTED,
              state.open() - state.occupied(),
              null,
              null);
      case TellResult.TooMany(int open) ->
          new LineAnswer(
              line.line(), line.placeGroup(), LineAnswer.Outcome.TOO_MANY, null, open, null);
      case TellResult.OtherTelling _ -> LineAnswer.of(line, LineAnswer.Outcome.OTHER_TELLING);
      case TellResult.NoSuchGroup _ -> LineAnswer.of(line, LineAnswer.Outcome.NO_SUCH_GROUP);
      case TellResult.RecordsDown _ -> LineAnswer.of(line, LineAnswer.Outcome.RECORDS_DOWN);
    };
  }
}
