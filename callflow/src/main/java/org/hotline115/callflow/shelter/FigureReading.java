package org.hotline115.callflow.shelter;

/** What a shelter's words mean. */
public sealed interface FigureReading {

  record Figure(int free) implements FigureReading {}

  /** No more questions by text. */
  record Stop() implements FigureReading {}

  /** No figure, or more than one. Nobody guesses. */
  record Unclear() implements FigureReading {}
}
