package org.hotline115.callflow.contact;

import java.time.Instant;

/** What became of saving some fields of a contact. */
public sealed interface ChangeResult {

  record Saved(int version, Instant savedAt) implements ChangeResult {}

  /** Somebody saved in between; here is what stands there now. */
  record ChangedElsewhere(Contact current) implements ChangeResult {}

  record FieldRefused(String field, String code, String detail) implements ChangeResult {}

  record AlreadyClosed() implements ChangeResult {}

  record NotYours() implements ChangeResult {}

  record NotFound() implements ChangeResult {}
}
