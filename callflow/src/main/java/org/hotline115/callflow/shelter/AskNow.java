package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

/**
 * Asks one shelter at once, by the way it wishes, because a person waits for its figure. Nobody is
 * asked twice within {@link #AGAIN_AFTER}, whoever asked. Fail-closed: without PostgreSQL nobody is
 * asked. Throws when the records are away.
 */
public final class AskNow {

  /** A shelter reads its texts between two doors. */
  static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

  private final JdbcAskings askings;
  private final AskingTexts texts;
  private final ShelterSettings settings;
  private final ShelterMetrics metrics;
  private final InstantSource clock;

  AskNow(
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

  /** {@code askId}: of this click. */
  public AskNowResult run(UUID askId, PlaceGroupId placeGroupId, AgentId by) {
    Instant now = clock.instant();
    NightOf night = NightOf.at(now, settings.zone());
    Optional<DueGroup> found = askings.group(placeGroupId, night);
    if (found.isEmpty()) {
      return new AskNowResult.NoSuchGroup();
    }
    SiteChannel channel = found.get().channel();
    AskBy way = channel.effective(settings.textsAreHeard());
    Recipient number = channel.number();
    if (way == AskBy.PERSON || number == null) {
      return new AskNowResult.SomebodyCalls(channel.smsStoppedAt());
    }
    if (settings.hours().isNight(now, settings.zone()) && !channel.askedAtNight()) {
      return new AskNowResult.NotAtNight();
    }
    JdbcAskings.AtOnce question =
        new JdbcAskings.AtOnce(askId, found.get(), night, way, "ASK_NOW:" + askId, by);
    Instant horizon = now.minus(AGAIN_AFTER);
    Optional<AskNowResult> refused = askings.whyNot(question, horizon);
    if (refused.isPresent()) {
      return refused.get();
    }
    // A link is made before the question is decided: the loser of a race leaves one that nobody
    // was sent, and it ends by itself.
    Optional<ServiceText> text =
        way == AskBy.SMS
            ? Optional.of(texts.question(found.get(), number, question.cause(), now))
            : texts.link(channel, number, question.cause(), now);
    if (text.isEmpty()) {
      return new AskNowResult.NoSuchGroup();
    }
    AskNowResult result = askings.askAtOnce(question, text.get(), horizon, now);
    if (result instanceof AskNowResult.Asked) {
      metrics.asked(way, 1);
    }
    return result;
  }
}
