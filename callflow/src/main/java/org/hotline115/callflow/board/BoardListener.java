package org.hotline115.callflow.board;

import java.util.List;

/** Whoever shows the board. Called from one thread, in the order of the versions; be quick. */
public interface BoardListener {

  /** Changes in order; the first has the version after the last one told. */
  void boardChanged(List<BoardChange> changes);

  /** Changes were missed or the board was rebuilt: start again from this picture. */
  void boardReset(BoardPicture picture);

  /** The board went away or came back. */
  void boardTurned(BoardLight light);
}
