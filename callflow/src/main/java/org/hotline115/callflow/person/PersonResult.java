package org.hotline115.callflow.person;

/** What became of a wish about a person. */
public sealed interface PersonResult {

  /** As it stands now. */
  record Noted(Person person) implements PersonResult {}

  record NoSuchPerson() implements PersonResult {}

  /** No open contact of this agent, no placement, no appointment: nothing is shown or changed. */
  record NoPurpose() implements PersonResult {}

  /** Somebody saved in between. */
  record ChangedElsewhere(Person current) implements PersonResult {}

  /** The id is something else's. */
  record OtherThing() implements PersonResult {}

  /** What was written is no telephone number. */
  record NoNumber() implements PersonResult {}

  /** They are read in one file already, or one of them in a third one's. */
  record NotTwoFiles() implements PersonResult {}
}
