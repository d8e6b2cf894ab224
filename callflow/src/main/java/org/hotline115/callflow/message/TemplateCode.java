package org.hotline115.callflow.message;

import java.util.Map;

/** The texts that exist, and the values each is given. Their words are in {@code config/texts}. */
public enum TemplateCode {
  BED_OFFER,
  /** Without an address: it is secret, so it is only told on the phone. */
  BED_OFFER_CALL,
  /** No word about shelter: others may look at this telephone. */
  BED_OFFER_NEUTRAL;

  /** Only a LABEL may be shortened. */
  enum Kind {
    TIME,
    LABEL,
    PHONE
  }

  Map<String, Kind> variables() {
    return switch (this) {
      case BED_OFFER -> Map.of("arriveBefore", Kind.TIME, "address", Kind.LABEL);
      case BED_OFFER_CALL -> Map.of("arriveBefore", Kind.TIME);
      case BED_OFFER_NEUTRAL -> Map.of("arriveBefore", Kind.TIME, "callBackNumber", Kind.PHONE);
    };
  }
}
