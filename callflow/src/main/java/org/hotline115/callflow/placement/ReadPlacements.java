package org.hotline115.callflow.placement;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;

/** Who is expected, who is there, whom somebody must look for. */
public final class ReadPlacements {

  /** Undecided ones of earlier nights stay in sight so long. */
  private static final int NIGHTS_BACK = 60;

  private final JdbcPlacements placements;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadPlacements(JdbcPlacements placements, InstantSource clock, ZoneId zone) {
    this.placements = placements;
    this.clock = clock;
    this.zone = zone;
  }

  public Optional<Placement> find(PlacementId placementId) {
    return placements.read(placementId);
  }

  /** Tonight's placements of these sites, by the hour at which they are expected. */
  public List<Placement> expectedAt(Set<String> siteIds) {
    return expected(Optional.of(siteIds));
  }

  public List<Placement> expectedEverywhere() {
    return expected(Optional.empty());
  }

  private List<Placement> expected(Optional<Set<String>> siteIds) {
    NightOf tonight = tonight();
    return placements.expected(siteIds, tonight, tonight.date().minusDays(NIGHTS_BACK));
  }

  /** Past their hour; the longest overdue first. */
  public List<Placement> toCheck() {
    return placements.toCheck();
  }

  /** What became of tonight's promises until now. */
  public NightFigures figuresOfTonight() {
    return placements.figuresOf(tonight(), clock.instant());
  }

  public List<Placement> tonightOf(ContactId contactId) {
    return placements.ofContact(contactId, tonight());
  }

  public NightOf tonight() {
    return NightOf.at(clock.instant(), zone);
  }
}
