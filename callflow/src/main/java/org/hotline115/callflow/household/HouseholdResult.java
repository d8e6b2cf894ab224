package org.hotline115.callflow.household;

/** What became of a wish about a household. */
public sealed interface HouseholdResult {

  /** As it stands now. */
  record Noted(HouseholdFile file) implements HouseholdResult {}

  /** No open contact of this agent, no placement, no appointment: nothing is shown or changed. */
  record NoPurpose() implements HouseholdResult {}

  /** No such person, no household, or nobody of that id in it. */
  record NothingThere() implements HouseholdResult {}

  /** Somebody saved in between. */
  record ChangedElsewhere(HouseholdFile current) implements HouseholdResult {}

  /** The id is something else's. */
  record OtherThing() implements HouseholdResult {}

  /** The day is before they came, or before they left the one they were in. */
  record TooEarly() implements HouseholdResult {}

  /** Nobody of that name works here. */
  record NoSuchAgent() implements HouseholdResult {}
}
