package org.hotline115.callflow.shelter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks shelters whose figure grows old, each by the way it wishes. Runs in every gateway at once.
 * Fail-closed: without PostgreSQL nobody is asked; the coordinators' list shows who is stale
 * anyway.
 */
public final class AskShelters {

  private static final Logger log = LoggerFactory.getLogger(AskShelters.class);

  private final JdbcAskings askings;
  private final AskingTexts texts;
  private final ShelterSettings settings;
  private final ShelterMetrics metrics;
  private final InstantSource clock;

  AskShelters(
      JdbcAskings askings,
      AskingTexts texts,
      ShelterSettings settings,
      ShelterMetrics metrics,
      InstantSource clock) {
    this.askings = askings;
    this.texts = texts;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** One look; how many groups were asked. */
  public int run() {
    Instant now = clock.instant();
    ZoneId zone = settings.zone();
    NightOf night = NightOf.at(now, zone);
    askings.end(night, now, settings.hours().answerWithin());
    Optional<AskingHours.Round> round = settings.hours().round(now, zone);
    if (round.isEmpty()) {
      return 0;
    }
    Map<String, List<DueGroup>> bySite = new LinkedHashMap<>();
    askings
        .due(night, round.get(), now, settings.hours().every())
        .forEach(group ->
            bySite.computeIfAbsent(group.channel().siteId(), _ -> new ArrayList<>()).add(group));
    int asked = 0;
    for (List<DueGroup> groups : bySite.values()) {
      asked += contained(groups, night, round.get().number(), now);
    }
    return asked;
  }

  /** A site that cannot be asked does not keep its neighbours from being asked. */
  private int contained(List<DueGroup> groups, NightOf night, int round, Instant now) {
    SiteChannel channel = groups.getFirst().channel();
    AskBy by = channel.effective(settings.textsAreHeard());
    try {
      int asked = ask(groups, by, night, round, now);
      metrics.asked(by, asked);
      return asked;
    } catch (RecordsAway away) {
      throw away;
    } catch (RuntimeException bug) {
      log.atError()
          .addKeyValue("facility", channel.siteId())
          .setCause(bug)
          .log("a shelter could not be asked");
      return 0;
    }
  }

  private int ask(List<DueGroup> groups, AskBy by, NightOf night, int round, Instant now) {
    SiteChannel channel = groups.getFirst().channel();
    Recipient number = channel.number();
    if (by == AskBy.PERSON || number == null) {
      return askings.ask(
          new JdbcAskings.Question(groups, night, round, AskBy.PERSON, null), null, now);
    }
    if (by == AskBy.SMS) {
      DueGroup oldest = groups.getFirst();
      String cause = "PARTNER_BEDS:%s:%s:%d".formatted(oldest.placeGroupId(), night, round);
      return askings.ask(
          new JdbcAskings.Question(List.of(oldest), night, round, by, cause),
          texts.question(oldest, number, cause, now),
          now);
    }
    String cause = "PARTNER_LINK:%s:%s:%d".formatted(channel.siteId(), night, round);
    return askings.ask(
        new JdbcAskings.Question(groups, night, round, by, cause),
        texts.link(channel, number, cause, now).orElse(null),
        now);
  }
}
