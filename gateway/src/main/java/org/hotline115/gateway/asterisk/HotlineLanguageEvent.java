package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.UserEvent;
import org.hotline115.callflow.call.CallFact;
import org.jspecify.annotations.Nullable;

/** A caller waits for an agent who speaks his language (context language-passes). */
public final class HotlineLanguageEvent extends UserEvent {

  private static final long serialVersionUID = 1L;

  private @Nullable String call;
  private @Nullable String language;

  public HotlineLanguageEvent(Object source) {
    super(source);
  }

  public void setCall(String linkedid) {
    call = linkedid;
  }

  /** Which one, for who reads events; the call knows its own. */
  public void setLanguage(String code) {
    language = code;
  }

  public @Nullable String getLanguage() {
    return language;
  }

  Optional<CallFact> fact(Instant at) {
    return AmiFacts.call(call, null).map(id -> new CallFact.LanguageHeld(id, at));
  }
}
