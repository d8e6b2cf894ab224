package org.hotline115.callflow.line;

/** Whom a line is for. Decides which menu its callers hear. */
public enum LineKind {
  PUBLIC_115,
  PROFESSIONAL,
  RESCUE_SERVICES,
  PARTNER_SITES,
  OUTREACH,
  TEST
}
