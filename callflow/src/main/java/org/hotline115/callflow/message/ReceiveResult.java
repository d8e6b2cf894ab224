package org.hotline115.callflow.message;

/** What became of a text at the door. The sender's provider is thanked for each. */
public enum ReceiveResult {
  NOTED,
  /** The provider told it before. */
  KNOWN,
  /** Too many from one number in a short time: counted, not kept. */
  STORM
}
