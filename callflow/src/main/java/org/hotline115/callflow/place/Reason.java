package org.hotline115.callflow.place;

/** Why a group is right for a household, beyond having a bed: what an agent says aloud. */
public enum Reason {
  MEANT_FOR,
  WOMEN_ONLY,
  TOGETHER,
  EXACT_ROOM,
  PETS,
  ACCESSIBLE,
  COTS,
  NEAR
}
