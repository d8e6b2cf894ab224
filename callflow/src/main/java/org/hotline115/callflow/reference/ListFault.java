package org.hotline115.callflow.reference;

/**
 * One thing that is wrong in a list.
 *
 * @param line of the wish, from 0; -1 for an entry that it leaves out
 * @param field of {@link ListEntry}
 */
public record ListFault(int line, String code, String field, Why why) {

  /** What is wrong. */
  public enum Why {
    UNKNOWN_CODE,
    TWICE,
    NO_OWN_ENTRIES,
    UNKNOWN_PARENT,
    NO_WORDS,
    TOO_LONG,
    TOO_MANY,
    /** It was recorded: it is retired, and neither deleted nor moved below another code. */
    IN_USE,
    /** A form that offers nothing cannot be filled. */
    NOTHING_OFFERED
  }
}
