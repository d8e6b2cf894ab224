package org.hotline115.gateway;

import java.util.Optional;
import java.util.function.Supplier;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.RingingAgain;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.RequestProgress;

/**
 * Where the matter of somebody who rings again stands, from the records. Fail-open: what they do
 * not say within a moment stays unsaid. (A promise to this number is told with its place.)
 */
record StateByRecords(ReadRequests requests, ReadCallbacks callbacks) implements RingingAgain {

  @Override
  public Optional<Prompt> byNumber(IncomingCall call) {
    CallerKey caller = call.caller().key();
    return caller == null
        ? Optional.empty()
        : known(() -> requests.progressOf(caller).map(StateByRecords::words));
  }

  @Override
  public Optional<Prompt> byCode(String digits) {
    return known(() ->
        callbacks.isOwed(digits)
            ? Optional.of(Prompt.P75_STILL_PROMISED)
            : requests.progressOfKeyedCode(digits).map(StateByRecords::words));
  }

  private static Prompt words(RequestProgress progress) {
    return switch (progress) {
      case STANDS -> Prompt.P76_REQUEST_STANDS;
      case ANSWERED -> Prompt.P77_REQUEST_ANSWERED;
    };
  }

  private static Optional<Prompt> known(Supplier<Optional<Prompt>> question) {
    return new AskedAside<>("ringing-again", question).withinAMoment();
  }
}
