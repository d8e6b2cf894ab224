package org.hotline115.callflow.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How long people waited, in seconds from entering the queue; the menu is not in it.
 *
 * @param known answered calls whose wait is on record
 * @param ofAnswered their waits together
 * @param withinLevel those that waited no longer than the service level asks
 * @param median of the answered; null: none
 * @param p90 nine in ten of the answered waited no longer; null: none
 * @param knownAbandoned abandoned calls (not the short ones) whose wait is on record
 * @param ofAbandoned their waits together
 * @param longest of all that left the queue; null: none did
 * @param longestNow of those who wait now; null: nobody waits
 */
public record Waits(
    long known,
    long ofAnswered,
    long withinLevel,
    @Nullable Double median,
    @Nullable Double p90,
    long knownAbandoned,
    long ofAbandoned,
    @Nullable Double longest,
    @Nullable Double longestNow) {}
