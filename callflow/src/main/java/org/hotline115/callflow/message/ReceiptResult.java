package org.hotline115.callflow.message;

/** What a receipt changed. */
public enum ReceiptResult {
  NOTED,
  /** Told before, or overtaken by a later one. */
  NOTHING_NEW,
  /** Of another text at the provider than the one we know: the person may have got two. */
  OTHER_TEXT,
  NO_SUCH_MESSAGE
}
