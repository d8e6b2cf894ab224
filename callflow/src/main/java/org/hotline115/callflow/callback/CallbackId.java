package org.hotline115.callflow.callback;

/** One promise. */
public record CallbackId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
