package org.hotline115.callflow.access;

/** What became of creating or changing an account. */
public sealed interface AccountResult {

  record Done() implements AccountResult {}

  record AlreadyThere() implements AccountResult {}

  record NoSuchAccount() implements AccountResult {}

  /** Shorter than {@code lengthMin} or longer than {@code lengthMax}. */
  record PasswordRefused(int lengthMin, int lengthMax) implements AccountResult {}
}
