package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.UserEvent;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.DialBack;
import org.jspecify.annotations.Nullable;

/** What the dialplan tells of the person's half of a callback (extensions_callback.conf). */
public final class HotlineCallbackEvent extends UserEvent {

  private static final long serialVersionUID = 1L;

  private @Nullable String call;
  private @Nullable String status;

  public HotlineCallbackEvent(Object source) {
    super(source);
  }

  public void setCall(String linkedid) {
    call = linkedid;
  }

  public void setStatus(String dialStatus) {
    status = dialStatus;
  }

  Optional<CallFact> fact(Instant at) {
    String word = status;
    return word == null
        ? Optional.empty()
        : AmiFacts.call(call, null).filter(CallId::isOutbound).map(id -> fact(id, at, word));
  }

  /** A word of Dial's that we do not know is a network that refused. */
  static CallFact fact(CallId id, Instant at, String dialStatus) {
    return switch (dialStatus) {
      case "DIALLING" -> new CallFact.PersonDialled(id, at);
      case "REACHED" -> new CallFact.PersonReached(id, at);
      case "BUSY" -> new CallFact.PersonMissed(id, at, DialBack.Unreached.BUSY);
      case "NOANSWER" -> new CallFact.PersonMissed(id, at, DialBack.Unreached.NO_ANSWER);
      default -> new CallFact.PersonMissed(id, at, DialBack.Unreached.UNOBTAINABLE);
    };
  }
}
