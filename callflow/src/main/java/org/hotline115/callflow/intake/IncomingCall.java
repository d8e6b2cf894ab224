package org.hotline115.callflow.intake;

import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.line.Line;

/** Who rings which line: all that is known before a word is said. */
public record IncomingCall(CallId id, Line line, String dialled, CallerIdentity caller) {}
