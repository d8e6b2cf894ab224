package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.util.List;

/**
 * What hangs on the wall of the room.
 *
 * @param at when calls, promises and agents were looked at; places have an age of their own
 * @param usualDays how many days "usual" was read from
 */
public record Wall(Instant at, List<LineNow> lines, int usualDays, Team team, PlacesNow places) {}
