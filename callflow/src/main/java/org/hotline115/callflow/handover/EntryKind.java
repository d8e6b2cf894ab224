package org.hotline115.callflow.handover;

/** What an entry of the log book is. */
public enum EntryKind {
  /** What happened, for the record. */
  EVENT,
  /** For the next shift: each colleague says when it is read. */
  NOTE
}
