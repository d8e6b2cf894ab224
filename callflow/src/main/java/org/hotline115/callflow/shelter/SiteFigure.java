package org.hotline115.callflow.shelter;

import java.time.Instant;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceType;
import org.jspecify.annotations.Nullable;

/**
 * One group as its own shelter sees it.
 *
 * @param free as the shelter counts: open - occupied, what agents hold is free to its eyes
 * @param held how many of them an agent keeps at this moment
 */
public record SiteFigure(
    PlaceGroupId placeGroupId,
    String siteId,
    String siteName,
    String name,
    PlaceType placeType,
    GenderRule genderRule,
    int open,
    int free,
    int held,
    @Nullable Instant toldAt,
    String toldBy,
    @Nullable UpdateSource source) {

  private static final int NAME_MAX = 60;

  /** Who says a figure that comes without an account. */
  String tellingName() {
    return siteName.length() <= NAME_MAX ? siteName : siteName.substring(0, NAME_MAX);
  }
}
