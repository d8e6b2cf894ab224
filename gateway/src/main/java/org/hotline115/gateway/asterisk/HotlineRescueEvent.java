package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.UserEvent;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RescueService;
import org.jspecify.annotations.Nullable;

/** What the dialplan tells of the danger key (context {@code emergency} of extensions.conf). */
public final class HotlineRescueEvent extends UserEvent {

  private static final long serialVersionUID = 1L;

  private @Nullable String call;
  private @Nullable String status;
  private @Nullable String service;

  public HotlineRescueEvent(Object source) {
    super(source);
  }

  public void setCall(String linkedid) {
    call = linkedid;
  }

  public void setStatus(String dialStatus) {
    status = dialStatus;
  }

  public void setService(String shortNumber) {
    service = shortNumber;
  }

  Optional<CallFact> fact(Instant at) {
    String word = status;
    return word == null
        ? Optional.empty()
        : AmiFacts.call(call, null).map(id -> fact(id, at, word));
  }

  /** Whatever else Dial says, the rescue was not reached. */
  private CallFact fact(CallId id, Instant at, String dialStatus) {
    @Nullable RescueService rung = RescueService.read(service).orElse(null);
    return switch (dialStatus) {
      case "RINGING" -> new CallFact.EmergencyHandoff(id, at, rung);
      case "ANSWERED" -> new CallFact.RescueAnswered(id, at, rung);
      default -> new CallFact.RescueMissed(id, at, rung);
    };
  }
}
