package org.hotline115.callflow.shelter;

import java.util.List;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.ReadBoard;

/** The groups of one site, from the board in this process: it never waits. */
final class SiteFigures {

  private final ReadBoard board;

  SiteFigures(ReadBoard board) {
    this.board = board;
  }

  /** In the order of the board: by name. */
  List<SiteFigure> of(String siteId) {
    return board.ofSite(siteId).stream().map(SiteFigures::figure).toList();
  }

  private static SiteFigure figure(GroupView group) {
    return new SiteFigure(
        group.placeGroupId(),
        group.siteId(),
        group.siteName(),
        group.name(),
        group.placeType(),
        group.genderRule(),
        group.open(),
        group.open() - group.occupied(),
        group.held(),
        group.updatedAt(),
        group.updatedBy(),
        group.source());
  }
}
