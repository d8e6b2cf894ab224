package org.hotline115.callflow.shelter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A link that opens the figures of one site for one evening, without an account. Looking changes
 * nothing, so a preview of the link uses nothing up; it ends when it was saved through so often
 * that every group was said once and corrected once. Fails closed.
 */
public final class FreeLinks {

  /** Who made the links that go out by text. */
  static final AgentId SERVICE = new AgentId("service");

  private static final int SAVES_PER_GROUP = 2;

  private final JdbcFreeLinks store;
  private final SiteFigures figures;
  private final SetFreePlaces setFreePlaces;
  private final ShelterSettings settings;
  private final ShelterMetrics metrics;
  private final InstantSource clock;

  FreeLinks(
      JdbcFreeLinks store,
      SiteFigures figures,
      SetFreePlaces setFreePlaces,
      ShelterSettings settings,
      ShelterMetrics metrics,
      InstantSource clock) {
    this.store = store;
    this.figures = figures;
    this.setFreePlaces = setFreePlaces;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** A link as it is handed over; nobody can read it back later. */
  public record Made(String address, Instant expiresAt) {

    @Override
    public String toString() {
      return "link";
    }
  }

  /** Empty for a site without places. */
  public Optional<Made> make(String siteId, AgentId by) {
    int groups = figures.of(siteId).size();
    if (groups == 0) {
      return Optional.empty();
    }
    ShelterToken token = ShelterToken.random();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(settings.linkLives());
    store.add(
        new JdbcFreeLinks.NewLink(
            Hashes.of(token), siteId, now, by, expiresAt, groups * SAVES_PER_GROUP));
    return Optional.of(new Made(settings.address(token), expiresAt));
  }

  /** Changes nothing. */
  public LinkResult look(ShelterToken token) {
    try {
      return switch (store.find(Hashes.of(token))) {
        case JdbcFreeLinks.Found found -> opened(found, clock.instant());
        case JdbcFreeLinks.Nowhere _ -> new LinkResult.NoSuchLink();
      };
    } catch (RecordsAway away) {
      return new LinkResult.RecordsDown();
    }
  }

  private LinkResult opened(JdbcFreeLinks.Found link, Instant now) {
    if (!link.expiresAt().isAfter(now)) {
      return new LinkResult.Expired();
    }
    return link.saves() >= link.savesMax() ? new LinkResult.Used() : shown(link.siteId());
  }

  private LinkResult shown(String siteId) {
    List<SiteFigure> groups = figures.of(siteId);
    return groups.isEmpty() ? new LinkResult.NoSuchLink() : new LinkResult.Open(groups);
  }

  /** Repeatable: the same telling again is answered as the first time, also by a link used up. */
  public LinkResult save(ShelterToken token, UUID tellId, PlaceGroupId group, int free) {
    LinkResult result = saved(token, tellId, group, free);
    metrics.saved(UpdateSource.LINK, result.getClass().getSimpleName());
    return result;
  }

  private LinkResult saved(ShelterToken token, UUID tellId, PlaceGroupId group, int free) {
    try {
      String hash = Hashes.of(token);
      if (!(store.find(hash) instanceof JdbcFreeLinks.Found link)) {
        return new LinkResult.NoSuchLink();
      }
      Optional<SiteFigure> own =
          figures.of(link.siteId()).stream()
              .filter(figure -> figure.placeGroupId().equals(group))
              .findFirst();
      if (own.isEmpty()) {
        return new LinkResult.NoSuchGroup();
      }
      Instant now = clock.instant();
      if (!store.spend(hash, tellId, now)) {
        return link.expiresAt().isAfter(now) ? new LinkResult.Used() : new LinkResult.Expired();
      }
      TellResult told =
          setFreePlaces.run(
              new Telling(tellId, group, free, own.get().tellingName(), UpdateSource.LINK));
      return switch (told) {
        case TellResult.Told _ -> shown(link.siteId());
        case TellResult.TooMany many -> {
          store.giveBack(hash, tellId);
          yield new LinkResult.TooMany(many.open());
        }
        case TellResult.OtherTelling _ -> new LinkResult.OtherTelling();
        case TellResult.NoSuchGroup _ -> new LinkResult.NoSuchGroup();
        case TellResult.RecordsDown _ -> new LinkResult.RecordsDown();
      };
    } catch (RecordsAway away) {
      return new LinkResult.RecordsDown();
    }
  }
}
