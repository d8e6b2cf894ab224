package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.UserEvent;
import org.hotline115.callflow.call.CallFact;
import org.jspecify.annotations.Nullable;

/** Somebody is asked into a talk: what happened, to whom, in which call. */
public abstract class ThirdPartyEvent extends UserEvent {

  private static final long serialVersionUID = 1L;

  private @Nullable String status;
  private @Nullable String who;

  ThirdPartyEvent(Object source) {
    super(source);
  }

  public void setStatus(String word) {
    status = word;
  }

  public void setWho(String words) {
    who = words;
  }

  abstract ThirdPartyWords words();

  Optional<CallFact> fact(Instant at) {
    return words().fact(status, who, at);
  }
}
