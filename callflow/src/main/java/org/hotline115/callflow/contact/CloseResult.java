package org.hotline115.callflow.contact;

/** What became of closing a contact. */
public sealed interface CloseResult {

  record Closed(Contact contact) implements CloseResult {}

  /** One of the seven codes is missing. */
  record MissingCode(ContactField field) implements CloseResult {}

  record ChangedElsewhere(Contact current) implements CloseResult {}

  record NotYours() implements CloseResult {}

  record NotFound() implements CloseResult {}
}
