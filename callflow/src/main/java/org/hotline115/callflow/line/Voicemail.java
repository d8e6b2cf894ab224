package org.hotline115.callflow.line;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * A message somebody left on a closed line: a person to be called back.
 *
 * @param task null until the line is open
 */
public record Voicemail(
    String callId,
    String line,
    Instant leftAt,
    int seconds,
    @Nullable AgentId doneBy,
    @Nullable Instant doneAt,
    @Nullable VoicemailTask task) {}
