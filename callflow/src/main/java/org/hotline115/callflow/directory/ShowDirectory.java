package org.hotline115.callflow.directory;

import java.util.List;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.FollowDirectory;
import org.hotline115.callflow.board.ShowFigures;

/** After a change was committed: figures go to the board, and every screen learns the new names. */
final class ShowDirectory {

  private final ShowFigures showFigures;
  private final FollowDirectory followDirectory;

  ShowDirectory(ShowFigures showFigures, FollowDirectory followDirectory) {
    this.showFigures = showFigures;
    this.followDirectory = followDirectory;
  }

  void run(List<CapacityState> figures) {
    showFigures.run(figures);
    followDirectory.run();
  }
}
