package org.hotline115.callflow.shelter;

import java.util.UUID;
import org.hotline115.callflow.place.PlaceGroupId;

/** A question that a text may answer. */
record Asking(
    UUID askingId, PlaceGroupId placeGroupId, String label, String siteName, String language) {

  private static final int NAME_MAX = 60;

  /** Who says the figure: the night team has no account. */
  String tellingName() {
    return siteName.length() <= NAME_MAX ? siteName : siteName.substring(0, NAME_MAX);
  }
}
