package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.List;

/** The board as a screen shows it, with its age: {@code asOf} is when Redis was last heard. */
public record BoardView(
    long version, Instant asOf, BoardLight state, NightOf nightOf, List<GroupView> groups) {

  public BoardView {
    groups = List.copyOf(groups);
  }
}
