package org.hotline115.callflow.shelter;

/** What became of saying how a shelter is asked. */
public sealed interface ChannelResult {

  record Changed(SiteChannel channel) implements ChannelResult {}

  record NoSuchSite() implements ChannelResult {}

  /** A shelter asked by text needs a number that texts reach. */
  record NumberNeeded() implements ChannelResult {}
}
