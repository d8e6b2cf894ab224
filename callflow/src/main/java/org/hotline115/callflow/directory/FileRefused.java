package org.hotline115.callflow.directory;

/** A file of which no line can be believed. Caught where it was brought. */
public final class FileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it; each has words on the page. */
  public enum Why {
    EMPTY_FILE,
    ONLY_A_HEADER,
    TOO_LARGE,
    TOO_MANY_LINES,
    IS_A_SPREADSHEET,
    NOT_TEXT,
    NOT_CSV,
    NOT_JSON,
    UNCLOSED_QUOTE,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    MISSING_COLUMN
  }

  private final Why why;
  private final String what;

  public FileRefused(Why why, String what) {
    super(why.name(), null, false, false);
    this.why = why;
    this.what = what;
  }

  public Why why() {
    return why;
  }

  /** Which column, or how many at most; harmless enough to be shown. */
  public String what() {
    return what;
  }
}
