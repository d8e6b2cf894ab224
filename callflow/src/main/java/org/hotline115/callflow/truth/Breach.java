package org.hotline115.callflow.truth;

import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

/**
 * An invariant that does not hold for one group and night: what the row says, and what it would
 * have to be.
 */
public record Breach(
    BoardInvariant invariant,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int found,
    int expected) {}
