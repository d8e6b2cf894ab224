package org.hotline115.callflow.access;

/** What an account is for. One role each; what a role may do is decided where it is done. */
public enum Role {
  LISTENER,
  SUPERVISOR,
  PLACE_MANAGER,
  ADMIN
}
