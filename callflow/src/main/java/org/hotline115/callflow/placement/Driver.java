package org.hotline115.callflow.placement;

/** Who brings a household to a place whose address is secret. */
public enum Driver {
  TAXI,
  OUTREACH
}
