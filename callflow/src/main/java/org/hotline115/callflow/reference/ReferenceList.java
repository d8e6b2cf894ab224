package org.hotline115.callflow.reference;

/**
 * A list of codes that forms offer. The codes are the nation's; where {@link #takesOwn}, the house
 * keeps finer entries of its own below them, which are recorded beside the code and count as it.
 */
public enum ReferenceList {
  CLOSURE_REASON(true),
  UNMET_REASON(true),
  UNMET_SUB_REASON(false),
  REFUSAL_REASON(false),
  NEED(false),
  NEXT_STEP(false),
  CONTACT_KIND(false),
  CALLER_KIND(false),
  RESIDENTIAL_SITUATION(false),
  EXIT_REASON(false),
  EXIT_DESTINATION(false);

  private final boolean takesOwn;

  ReferenceList(boolean takesOwn) {
    this.takesOwn = takesOwn;
  }

  /** There is a column that remembers which finer entry was meant. */
  public boolean takesOwn() {
    return takesOwn;
  }
}
