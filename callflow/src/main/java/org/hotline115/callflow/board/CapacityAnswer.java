package org.hotline115.callflow.board;

/** What became of a figure brought to the board; the record names are the words of the script. */
public sealed interface CapacityAnswer {

  record Taken(CapacityState state) implements CapacityAnswer {}

  /** The board already shows this figure or a newer one. */
  record AlreadyKnown() implements CapacityAnswer {}

  record BoardDown() implements CapacityAnswer {}
}
