package org.hotline115.callflow.statistics;

/**
 * What became of the callbacks that were due.
 *
 * @param due those whose hour came in the period, also those that are still owed
 * @param reached the person was rung and answered, or rang again and was answered
 * @param onTime reached no later than the hour that was spoken
 * @param leftOut given up by the person, or promised in writing
 * @param served calls of the set that nobody answered and whose promise was kept, whenever
 */
public record Promises(long due, long reached, long onTime, long leftOut, long served) {}
