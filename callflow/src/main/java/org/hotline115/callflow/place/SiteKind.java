package org.hotline115.callflow.place;

/** What a site is: walls, a bus, a hotel, or no place of its own. */
public enum SiteKind {
  FIXED,
  MOBILE,
  HOTEL,
  VIRTUAL
}
