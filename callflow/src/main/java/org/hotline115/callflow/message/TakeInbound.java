package org.hotline115.callflow.message;

/**
 * Somebody who may know what a text that came in means. Handlers are asked in order until one takes
 * it; each must bear being asked twice for the same text, and answers the sender by itself with a
 * text whose cause is the text that came in.
 */
public interface TakeInbound {

  /** What a handler says. Throwing {@code RecordsAway} means: ask me again in a moment. */
  enum Taking {
    TAKEN,
    NOT_MINE
  }

  /** As it is written on record: SHELTER, APPOINTMENT. */
  String name();

  Taking take(InboundText text);
}
