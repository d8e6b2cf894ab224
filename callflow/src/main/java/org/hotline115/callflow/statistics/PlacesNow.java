package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.BoardView;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;

/**
 * What the board has tonight.
 *
 * @param asOf when Redis was last heard
 * @param stale free places whose figure is older than their site's own rhythm
 * @param audiences for whom; a place that several may have counts for each
 */
public record PlacesNow(
    Instant asOf, BoardLight state, int free, int held, int stale, List<ForAudience> audiences) {

  public record ForAudience(Audience audience, int free, int held) {}

  static PlacesNow of(ReadBoard board, Instant now) {
    BoardView all = board.view(Household.ANYBODY);
    List<ForAudience> audiences = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      audiences.add(forAudience(board, audience));
    }
    return new PlacesNow(
        all.asOf(),
        all.state(),
        all.groups().stream().mapToInt(GroupView::free).sum(),
        all.groups().stream().mapToInt(GroupView::held).sum(),
        all.groups().stream().filter(group -> group.isStale(now)).mapToInt(GroupView::free).sum(),
        audiences);
  }

  /** The most that any household of theirs finds: their sorts share the same places. */
  private static ForAudience forAudience(ReadBoard board, Audience audience) {
    int free = 0;
    int held = 0;
    for (Household household : audience.smallestHouseholds()) {
      List<GroupView> theirs =
          board.view(household).groups().stream().filter(PlacesNow::isFor).toList();
      free = Math.max(free, theirs.stream().mapToInt(GroupView::free).sum());
      held = Math.max(held, theirs.stream().mapToInt(GroupView::held).sum());
    }
    return new ForAudience(audience, free, held);
  }

  /** It takes them, be it full. */
  private static boolean isFor(GroupView group) {
    return group.fits() || group.misfit() == Misfit.TOO_FEW_PLACES;
  }
}
