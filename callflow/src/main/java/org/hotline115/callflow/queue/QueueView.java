package org.hotline115.callflow.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue as everybody sees it now. */
public record QueueView(
    String queue,
    int waiting,
    @Nullable Instant longestWaitSince,
    int agentsReady,
    int agentsTalking,
    Instant asOf) {}
