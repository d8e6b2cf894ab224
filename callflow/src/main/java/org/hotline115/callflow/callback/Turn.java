package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.intake.Language;
import org.jspecify.annotations.Nullable;

/** The call of somebody who may be promised a callback, and the turn it has. */
public record Turn(
    CallId call,
    String line,
    String queue,
    @Nullable PhoneNumber number,
    Language language,
    Instant rankAt) {}
