package org.hotline115.callflow.shelter;

/** How a shelter wishes to be asked. PERSON: somebody of ours calls. */
public enum AskBy {
  SMS,
  LINK,
  PERSON
}
