package org.hotline115.callflow.shelter;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.message.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Says how a shelter is asked, and gives it a code for the keypad. Done by who keeps the places.
 */
public final class SiteChannels {

  private static final int CODE_TRIES = 20;

  private final JdbcSiteChannels store;
  private final Hashes hashes;
  private final InstantSource clock;

  SiteChannels(JdbcSiteChannels store, Hashes hashes, InstantSource clock) {
    this.store = store;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** A site without a row is called by a person. */
  public Optional<SiteChannel> find(String siteId) {
    return store.find(siteId);
  }

  /** What is wished. {@code number} null keeps the number that is there. */
  public record Wish(
      AskBy askBy, String language, @Nullable Recipient number, boolean askedAtNight) {}

  /** Ends a STOP too: whoever chooses texts again has asked the shelter. */
  public ChannelResult change(String siteId, Wish wish, AgentId by) {
    return store.change(siteId, wish, by, clock.instant());
  }

  /** A new code, shown once; the one before is worth nothing from now on. */
  public Optional<SiteCode> newCode(String siteId, AgentId by) {
    for (int tries = 0; tries < CODE_TRIES; tries++) {
      SiteCode code = SiteCode.random();
      switch (store.giveCode(siteId, hashes.of(code), by, clock.instant())) {
        case GIVEN -> {
          return Optional.of(code);
        }
        case NO_SUCH_SITE -> {
          return Optional.empty();
        }
        case TAKEN -> {
          // another site has it: the next one
        }
      }
    }
    throw new IllegalStateException("no free site code was found");
  }

  /** Whose code this is. */
  Optional<SiteChannel> byCode(SiteCode code) {
    return store.byCode(hashes.of(code));
  }
}
