package org.hotline115.callflow.shelter;

import java.time.Instant;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * A group whose shelter is to be asked.
 *
 * @param lastFree as the shelter counts, holds included
 */
record DueGroup(
    PlaceGroupId placeGroupId,
    String name,
    SiteChannel channel,
    @Nullable Instant toldAt,
    int lastFree) {

  /** How a text calls it. */
  String label() {
    return channel.siteName() + ", " + name;
  }
}
