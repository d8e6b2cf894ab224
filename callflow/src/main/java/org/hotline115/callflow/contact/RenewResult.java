package org.hotline115.callflow.contact;

/** What became of asking for the same again. */
public sealed interface RenewResult {

  record Renewed(Contact contact) implements RenewResult {}

  /** It is no request of this caller, earlier than this contact. */
  record NothingToRenew() implements RenewResult {}

  record ChangedElsewhere(Contact current) implements RenewResult {}

  record AlreadyClosed() implements RenewResult {}

  record NotYours() implements RenewResult {}

  record NotFound() implements RenewResult {}
}
