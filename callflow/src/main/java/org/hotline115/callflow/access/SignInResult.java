package org.hotline115.callflow.access;

import java.time.Duration;

/** What became of a sign-in. */
public sealed interface SignInResult {

  record SignedIn(SessionToken token, Session session) implements SignInResult {}

  /** Which of the two was wrong is not said. */
  record WrongCredentials() implements SignInResult {}

  record TooManyAttempts(Duration retryAfter) implements SignInResult {}
}
