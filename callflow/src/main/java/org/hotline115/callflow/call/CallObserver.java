package org.hotline115.callflow.call;

/**
 * Told of every change after it was recorded, in the order of that call, on the call's lane. A
 * change that was only spooled (PostgreSQL away) is told all the same: calls go on.
 */
@FunctionalInterface
public interface CallObserver {

  void callChanged(Call before, Call after);
}
