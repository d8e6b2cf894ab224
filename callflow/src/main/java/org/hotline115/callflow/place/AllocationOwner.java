package org.hotline115.callflow.place;

/** Who gives the places of a group away. Only those of the 115 can be kept by an agent. */
public enum AllocationOwner {
  SIAO_115,
  SIAO_INSERTION,
  OPERATOR
}
