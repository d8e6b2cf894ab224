package org.hotline115.callflow.person;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.placement.FileCode;

/**
 * Somebody who is read in this file and can be taken out again.
 *
 * @param code theirs, before
 */
public record Merge(
    MergeId mergeId, PersonId personId, FileCode code, Instant mergedAt, AgentId mergedBy) {}
