package org.hotline115.callflow.access;

import java.util.List;
import java.util.Set;

/** What became of saying for which sites an account speaks. */
public sealed interface SitesResult {

  record Changed(Set<String> siteIds) implements SitesResult {}

  record NoSuchAccount() implements SitesResult {}

  record NoSuchSite(List<String> siteIds) implements SitesResult {}
}
