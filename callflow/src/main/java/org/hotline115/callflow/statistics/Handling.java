package org.hotline115.callflow.statistics;

/**
 * The work behind the answered calls.
 *
 * @param ended answered calls that are over
 * @param talkSeconds of those, holds included
 * @param wrapUpSeconds of those, until the contact was closed or the agent was ready again
 * @param toRescue answered calls from which the agent rang the rescue
 * @param withContact answered calls whose contact is closed
 */
public record Handling(
    long ended, long talkSeconds, long wrapUpSeconds, long toRescue, long withContact) {}
