package org.hotline115.callflow.appointment;

/** A site that may receive people; one with a secret address is never among them. */
public record ReceptionSite(String siteId, String name, String commune) {}
