package org.hotline115.callflow.priority;

import java.util.EnumSet;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.NeedCode;

/**
 * What a grid may give weight to. Some follow from the household and its needs; the others are
 * heard by the agent and noted. None is a diagnosis, an origin or an opinion.
 */
public enum PriorityReason {
  CHILD_UNDER_3_MONTHS,
  PREGNANT_OVER_6_MONTHS,
  VIOLENCE_IMMEDIATE_DANGER,
  CHILD_UNDER_3,
  YOUTH_18_TO_25,
  VIOLENCE_VICTIM,
  HEALTH_PROBLEM,
  OVER_65,
  STRONG_VULNERABILITY,
  CHILD_3_TO_12,
  CHILD_13_TO_18,
  UNACCOMPANIED_MINOR,
  ALONE,
  COUPLE_OR_GROUP_WITHOUT_CHILD;

  /** What the household and its needs say by themselves; the agent's own are added to it. */
  public static Set<PriorityReason> of(
      HouseholdType householdType, int under3, Set<NeedCode> needs) {
    Set<PriorityReason> reasons = EnumSet.noneOf(PriorityReason.class);
    if (under3 > 0) {
      reasons.add(CHILD_UNDER_3);
    }
    if (needs.contains(NeedCode.VIOLENCE_PROTECTION)) {
      reasons.add(VIOLENCE_VICTIM);
    }
    if (needs.contains(NeedCode.HEALTH_CARE)) {
      reasons.add(HEALTH_PROBLEM);
    }
    switch (householdType) {
      case MAN_ALONE, WOMAN_ALONE, PERSON_ALONE_OTHER -> reasons.add(ALONE);
      case COUPLE_NO_CHILD, ADULT_GROUP -> reasons.add(COUPLE_OR_GROUP_WITHOUT_CHILD);
      case UNACCOMPANIED_MINOR -> reasons.add(UNACCOMPANIED_MINOR);
      case COUPLE_WITH_CHILD, WOMAN_WITH_CHILD, MAN_WITH_CHILD, OTHER_WITH_CHILD, UNKNOWN -> {}
    }
    return reasons;
  }
}
