package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.List;

/** The whole board at one version: what a screen starts from and what a rebuild writes. */
public record BoardPicture(
    long version, Instant asOf, List<CapacityState> states, List<Hold> holds) {

  public BoardPicture {
    states = List.copyOf(states);
    holds = List.copyOf(holds);
  }
}
