package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.place.NightOf;

/** The board as a screen shows it, with its age: {@code asOf} is when Redis was last heard. */
public record BoardView(
    long version, Instant asOf, BoardLight state, NightOf nightOf, List<GroupView> groups) {

  public BoardView {
    groups = List.copyOf(groups);
  }
}
