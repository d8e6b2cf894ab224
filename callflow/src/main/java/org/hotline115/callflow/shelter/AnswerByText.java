package org.hotline115.callflow.shelter;

import java.time.InstantSource;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TakeInbound;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A shelter answers our question by text: a figure goes on the board and is said back, so that a
 * mistake is seen. What is no figure is never guessed: the board stays as it is, and the answer
 * says how to say it. STOP ends the questions by text for every site of this number.
 */
final class AnswerByText implements TakeInbound {

  private static final int FIGURE_MAX = 999;

  private final JdbcAskings askings;
  private final JdbcSiteChannels channels;
  private final SetFreePlaces setFreePlaces;
  private final JdbcServiceTexts texts;
  private final ShelterSettings settings;
  private final ShelterMetrics metrics;
  private final InstantSource clock;
  private final FigureWords words = new FigureWords();

  /** The stores and use cases behind. */
  record Parts(
      JdbcAskings askings,
      JdbcSiteChannels channels,
      SetFreePlaces setFreePlaces,
      JdbcServiceTexts texts) {}

  AnswerByText(Parts parts, ShelterSettings settings, ShelterMetrics metrics, InstantSource clock) {
    this.askings = parts.askings();
    this.channels = parts.channels();
    this.setFreePlaces = parts.setFreePlaces();
    this.texts = parts.texts();
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "SHELTER";
  }

  @Override
  public Taking take(InboundText text) {
    Recipient sender = text.sender();
    if (sender == null || !askings.isShelter(sender.key())) {
      return Taking.NOT_MINE;
    }
    NightOf night = NightOf.at(clock.instant(), settings.zone());
    Optional<Asking> asked = askings.lastAsked(sender.key(), night);
    FigureReading reading = words.read(text.body());
    if (reading instanceof FigureReading.Stop) {
      stop(text, sender, asked);
      return Taking.TAKEN;
    }
    if (asked.isEmpty()
        || text.receivedAt().isBefore(clock.instant().minus(ServiceText.ANSWER_IS_WORTH))) {
      return Taking.NOT_MINE; // a figure without a question, or an old one, is no figure
    }
    switch (reading) {
      case FigureReading.Figure(int free) -> tell(text, sender, asked.get(), free);
      case FigureReading.Unclear _, FigureReading.Stop _ ->
          answer(text, sender, asked.get(), TemplateCode.PARTNER_UNCLEAR, Map.of());
    }
    return Taking.TAKEN;
  }

  private void stop(InboundText text, Recipient sender, Optional<Asking> asked) {
    channels.stopTexts(sender.key(), clock.instant());
    metrics.saved(UpdateSource.SMS, "Stopped");
    put(
        text,
        sender,
        asked.map(Asking::language).orElse("fr"),
        TemplateCode.PARTNER_STOPPED,
        Map.of());
  }

  private void tell(InboundText text, Recipient sender, Asking asked, int free) {
    TellResult result =
        setFreePlaces.run(
            new Telling(
                TellIds.of("sms", text.providerId()),
                asked.placeGroupId(),
                Math.min(free, FIGURE_MAX),
                asked.tellingName(),
                UpdateSource.SMS));
    metrics.saved(UpdateSource.SMS, result.getClass().getSimpleName());
    switch (result) {
      case TellResult.Told told ->
          answer(
              text,
              sender,
              asked,
              TemplateCode.PARTNER_NOTED,
              Map.of(
                  "free",
                  Math.min(told.state().open() - told.state().occupied(), FIGURE_MAX),
                  "at",
                  LocalTime.ofInstant(clock.instant(), settings.zone())));
      case TellResult.TooMany many ->
          answer(
              text,
              sender,
              asked,
              TemplateCode.PARTNER_TOO_MANY,
              Map.of("open", Math.min(many.open(), FIGURE_MAX)));
      case TellResult.RecordsDown _ -> throw new RecordsAway("a figure could not be noted", null);
      case TellResult.OtherTelling _, TellResult.NoSuchGroup _ ->
          answer(text, sender, asked, TemplateCode.PARTNER_UNCLEAR, Map.of());
    }
  }

  private void answer(
      InboundText text,
      Recipient sender,
      Asking asked,
      TemplateCode template,
      Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("site", asked.label());
    if (template == TemplateCode.PARTNER_UNCLEAR) {
      metrics.saved(UpdateSource.SMS, "Unclear");
    }
    put(text, sender, asked.language(), template, values);
  }

  private void put(
      InboundText text,
      Recipient sender,
      String language,
      TemplateCode template,
      Map<String, Object> values) {
    texts.put(ServiceText.answer(text, sender, template, language, values, clock.instant()));
  }
}
