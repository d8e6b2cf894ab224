package org.hotline115.callflow.store;

/** A value that prints nothing. Only the class that hands it to a wire calls {@link #reveal}. */
public record Secret(String reveal) {

  @Override
  public String toString() {
    return "•••";
  }
}
