package org.hotline115.callflow.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Who rang, each number once a day: who rings on two days is two. Calls without a number are
 * received and cannot be told apart.
 *
 * @param withKey calls with a number
 * @param callers different numbers, day by day
 * @param joined those with whom one of us spoke the same day, on their call or on a callback
 * @param mostOfOne how often the most insistent one rang on one day
 * @param attempts how many calls a joined one made until he was joined, the middle one; null: none
 * @param secondsToReach from his first call of the day to that moment, the middle one; null: none
 */
public record Callers(
    long withKey,
    long callers,
    long joined,
    long mostOfOne,
    @Nullable Double attempts,
    @Nullable Double secondsToReach) {}
