package org.hotline115.gateway.asterisk;

import java.util.Optional;
import org.asteriskjava.fastagi.AgiRequest;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.line.Line;

/** From a FastAGI request to the call it is about. Tolerates every hole in a request. */
final class IncomingCalls {

  private final Lines lines;
  private final Callers callers;

  IncomingCalls(Lines lines, Callers callers) {
    this.lines = lines;
    this.callers = callers;
  }

  /** Nothing when the request has no call of its own. A line we do not know is the first one. */
  Optional<IncomingCall> of(AgiRequest request) {
    if (request.getChannel() == null) {
      return Optional.empty();
    }
    return AmiFacts.call(null, request.getUniqueId()).map(id -> call(id, request));
  }

  private IncomingCall call(CallId id, AgiRequest request) {
    String[] arguments = request.getArguments();
    Line line =
        lines.line(arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]));
    String dialled = String.valueOf(request.getExtension());
    return new IncomingCall(id, line, dialled, callers.identify(request.getCallerIdNumber()));
  }
}
