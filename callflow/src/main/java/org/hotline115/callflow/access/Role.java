package org.hotline115.callflow.access;

/** What an account is for. One role each; what a role may do is decided where it is done. */
public enum Role {
  LISTENER,
  /** Keeps the places of the night: sites, closures, requests that wait, who did not come. */
  COORDINATOR,
  SUPERVISOR,
  PLACE_MANAGER,
  ADMIN
}
