package org.hotline115.callflow.place;

import org.hotline115.callflow.contact.HouseholdType;

/** Whom a place group may receive. */
public enum GenderRule {
  MEN,
  WOMEN,
  MIXED;

  /** What is not known cannot be refused by a rule: the agent decides. */
  boolean admits(HouseholdType household) {
    return switch (this) {
      case MIXED -> true;
      case MEN ->
          switch (household) {
            case MAN_ALONE,
                MAN_WITH_CHILD,
                PERSON_ALONE_OTHER,
                ADULT_GROUP,
                UNACCOMPANIED_MINOR,
                UNKNOWN ->
                true;
            case WOMAN_ALONE,
                WOMAN_WITH_CHILD,
                COUPLE_NO_CHILD,
                COUPLE_WITH_CHILD,
                OTHER_WITH_CHILD ->
                false;
          };
      case WOMEN ->
          switch (household) {
            case WOMAN_ALONE,
                WOMAN_WITH_CHILD,
                PERSON_ALONE_OTHER,
                ADULT_GROUP,
                UNACCOMPANIED_MINOR,
                UNKNOWN ->
                true;
            case MAN_ALONE, MAN_WITH_CHILD, COUPLE_NO_CHILD, COUPLE_WITH_CHILD, OTHER_WITH_CHILD ->
                false;
          };
    };
  }
}
