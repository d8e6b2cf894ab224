package org.hotline115.callflow.evaluation;

/**
 * {@code flashWithin72h} of {@code domain.md} 5.2.
 *
 * @param inTime done by the moment they were due
 * @param due all that fell due in the period
 * @param open of those, not done yet
 */
public record FlashFigure(long inTime, long due, long open) {}
