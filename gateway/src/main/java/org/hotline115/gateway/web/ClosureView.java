package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.closure.PlaceClosure;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.OwnCode;
import org.jspecify.annotations.Nullable;

/** A closure as a page shows it, with the names that a person reads. */
record ClosureView(
    ClosureId closureId,
    PlaceGroupId placeGroupId,
    String siteId,
    String siteName,
    String groupName,
    int places,
    ClosureReason reason,
    @Nullable OwnCode ownCode,
    Instant fromAt,
    @Nullable Instant expectedTo,
    String note,
    PlaceClosure.Status status,
    int tooManyInside,
    String decidedBy,
    Instant decidedAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  static ClosureView of(PlaceClosure closure, Optional<PlaceGroup> group, DisplayNames names) {
    AgentId endedBy = closure.endedBy();
    return new ClosureView(
        closure.closureId(),
        closure.placeGroupId(),
        group.map(known -> known.site().siteId()).orElse(""),
        group.map(known -> known.site().name()).orElse(""),
        group.map(PlaceGroup::name).orElse(closure.placeGroupId().value()),
        closure.places(),
        closure.reason(),
        closure.own(),
        closure.fromAt(),
        closure.expectedTo(),
        closure.note(),
        closure.status(),
        closure.tooManyInside(),
        names.of(closure.decidedBy()),
        closure.decidedAt(),
        endedBy == null ? null : names.of(endedBy),
        closure.endedAt());
  }
}
