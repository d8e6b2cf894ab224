package org.hotline115.callflow.message;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** Which words an offer gets, and with what in them. */
record OfferWords(Templates templates, String callBackNumber, ZoneId zone) {

  TemplateCode template(PlaceOffer offer) {
    return switch (offer.discretion()) {
      case NEUTRAL -> TemplateCode.BED_OFFER_NEUTRAL;
      case NORMAL, NONE ->
          offer.address().isBlank() ? TemplateCode.BED_OFFER_CALL : TemplateCode.BED_OFFER;
    };
  }

  String write(PlaceOffer offer) {
    return templates.write(
        template(offer),
        offer.language(),
        Map.of(
            "arriveBefore",
            LocalTime.ofInstant(offer.arriveBefore(), zone),
            "address",
            offer.address(),
            "callBackNumber",
            callBackNumber));
  }
}
