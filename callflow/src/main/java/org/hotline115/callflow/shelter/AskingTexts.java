package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TemplateCode;

/** The texts that ask a shelter for its figures: a question about one group, or a link for all. */
final class AskingTexts {

  /** An older figure is not said back: its hour alone would not tell which day it was. */
  private static final Duration LAST_FIGURE_SAID = Duration.ofHours(20);

  private final FreeLinks links;
  private final ShelterSettings settings;

  AskingTexts(FreeLinks links, ShelterSettings settings) {
    this.links = links;
    this.settings = settings;
  }

  ServiceText question(DueGroup group, Recipient number, String cause, Instant now) {
    Instant toldAt = group.toldAt();
    Instant notAfter = now.plus(settings.hours().answerWithin());
    String language = group.channel().language();
    return toldAt == null || toldAt.isBefore(now.minus(LAST_FIGURE_SAID))
        ? new ServiceText(
            cause,
            TemplateCode.PARTNER_BEDS_FIRST,
            language,
            number,
            Map.of("site", group.label()),
            notAfter)
        : new ServiceText(
            cause,
            TemplateCode.PARTNER_BEDS,
            language,
            number,
            Map.of(
                "site", group.label(),
                "last", group.lastFree(),
                "at", LocalTime.ofInstant(toldAt, settings.zone())),
            notAfter);
  }

  /** Makes the link; empty when there is no such site. */
  Optional<ServiceText> link(SiteChannel channel, Recipient number, String cause, Instant now) {
    return links
        .make(channel.siteId(), FreeLinks.SERVICE)
        .map(made ->
            new ServiceText(
                cause,
                TemplateCode.PARTNER_LINK,
                channel.language(),
                number,
                Map.of("site", channel.siteName(), "link", made.address()),
                now.plus(settings.hours().answerWithin())));
  }
}
