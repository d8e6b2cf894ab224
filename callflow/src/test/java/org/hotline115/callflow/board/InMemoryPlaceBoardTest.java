package org.hotline115.callflow.board;

import java.time.InstantSource;
import org.hotline115.callflow.board.PlaceBoard.HoldTimes;

class InMemoryPlaceBoardTest extends PlaceBoardContract {

  @Override
  PlaceBoard board(HoldTimes times) {
    return new InMemoryPlaceBoard(times, InstantSource.system());
  }
}
