package org.hotline115.gateway.web;

import java.time.Instant;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.MoveSource;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PlacementStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a placement needs and nothing more: no number, no note, no address, nobody else's site.
 *
 * @param name as the person wished to be called; null when nothing was said
 */
public record PlacementView(
    PlacementId placementId,
    FileCode fileCode,
    NightOf nightOf,
    String siteId,
    String siteName,
    PlaceGroupId placeGroupId,
    String groupName,
    HouseholdType householdType,
    int persons,
    int minors,
    int under3,
    Pets pets,
    int places,
    @Nullable String name,
    PlacementStatus status,
    Instant arriveBefore,
    @Nullable Instant arrivedAt,
    Instant movedAt,
    String movedBy,
    MoveSource movedSource) {

  static PlacementView of(
      Placement placement, PlaceGroup group, @Nullable String name, String movedBy) {
    return new PlacementView(
        placement.placementId(),
        placement.fileCode(),
        placement.nightOf(),
        group.site().siteId(),
        group.site().name(),
        group.placeGroupId(),
        group.name(),
        placement.guests().householdType(),
        placement.guests().persons(),
        placement.guests().minors(),
        placement.guests().under3(),
        placement.guests().pets(),
        placement.places(),
        name,
        placement.status(),
        placement.arriveBefore(),
        placement.arrivedAt(),
        placement.lastMove().at(),
        movedBy,
        placement.lastMove().source());
  }
}
