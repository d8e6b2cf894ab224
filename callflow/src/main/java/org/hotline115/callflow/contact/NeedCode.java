package org.hotline115.callflow.contact;

/** What the person needs, several allowed; {@code domain.md} 4.5. */
public enum NeedCode {
  NIGHT_SHELTER,
  STAY,
  FOOD,
  HYGIENE,
  CLOTHING,
  LUGGAGE,
  HEALTH_CARE,
  MENTAL_HEALTH,
  ADDICTION,
  BABY_SUPPLIES,
  DAY_CENTRE,
  TRANSPORT,
  DOMICILIATION,
  RIGHTS_OPENING,
  LEGAL,
  ASYLUM,
  VIOLENCE_PROTECTION,
  CHILD_PROTECTION,
  PET_CARE,
  DIGITAL_HELP,
  EMPLOYMENT,
  HOUSING,
  DEBT,
  LISTENING,
  OTHER
}
