package org.hotline115.gateway.web;

import java.util.Optional;
import java.util.function.Predicate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.queue.BecomeReady;
import org.hotline115.callflow.queue.ChoosePhone;
import org.hotline115.callflow.queue.HangUp;
import org.hotline115.callflow.queue.Pause;
import org.hotline115.callflow.queue.PauseReason;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.queue.PresenceResult;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.SignOff;
import org.hotline115.callflow.store.RecordsAway;

/** Where an agent's phone rings, whether it may, and hanging up. */
public final class AgentRoutes implements Routes {

  /** The use cases behind. */
  public record Moves(
      ChoosePhone choosePhone,
      BecomeReady becomeReady,
      Pause pause,
      SignOff signOff,
      HangUp hangUp) {}

  /** What the page may wish to be; RINGING, TALKING and WRAP_UP come from the call. */
  enum Wish {
    READY,
    PAUSED,
    OFFLINE
  }

  private final Moves moves;
  private final Presences presences;
  private final Stations stations;
  private final ReadContacts contacts;
  private final DisplayNames names;

  public AgentRoutes(
      Moves moves,
      Presences presences,
      Stations stations,
      ReadContacts contacts,
      DisplayNames names) {
    this.moves = moves;
    this.presences = presences;
    this.stations = stations;
    this.contacts = contacts;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.put("/api/agent/phone", this::phone);
    api.put("/api/agent/state", this::state);
    api.post("/api/calls/:callId/hangup", this::hangUp);
  }

  private Answer phone(ApiRequest request) {
    Fields fields = request.fields();
    String phone = fields.text("phone", 40);
    fields.nothingElse();
    Predicate<String> own = phone::equals;
    if (stations.of(request.agent()).stream().noneMatch(known -> own.test(known.id()))) {
      return Answer.problem(Problem.field("INVALID_VALUE", "phone", "not a phone of yours"));
    }
    return answer(moves.choosePhone().choose(request.agent(), new PhoneId(phone)));
  }

  private Answer state(ApiRequest request) {
    Fields fields = request.fields();
    Wish wish = fields.code("state", Wish.class);
    Optional<PauseReason> reason = fields.optionalCode("reason", PauseReason.class);
    fields.nothingElse();
    AgentId agent = request.agent();
    return switch (wish) {
      case READY ->
          hasToCloseFirst(agent)
              ? Answer.problem(409, "CONTACT_OPEN", "close the contact of this call first")
              : answer(moves.becomeReady().ready(agent));
      case PAUSED ->
          reason
              .map(why -> answer(moves.pause().pause(agent, why)))
              .orElseGet(() ->
                  Answer.problem(Problem.field("MISSING_FIELD", "reason", "a pause has a reason")));
      case OFFLINE -> answer(moves.signOff().signOff(agent));
    };
  }

  /** Fail-open: while the records are away nobody is kept from answering. */
  private boolean hasToCloseFirst(AgentId agent) {
    if (!(presences.of(agent).presence() instanceof Presence.WrapUp wrapUp)) {
      return false;
    }
    try {
      return contacts.openOf(agent).stream()
          .anyMatch(contact -> wrapUp.call().equals(contact.callId()));
    } catch (RecordsAway away) {
      return false;
    }
  }

  private Answer answer(PresenceResult result) {
    return switch (result) {
      case PresenceResult.Changed changed ->
          Answer.ok(AgentView.of(changed.presence(), names.of(changed.presence().agent())));
      case PresenceResult.NoPhoneChosen _ ->
          Answer.problem(409, "NO_PHONE_CHOSEN", "choose where your phone rings first");
      case PresenceResult.OnACall _ -> Answer.problem(409, "ON_A_CALL", "not during a call");
      case PresenceResult.PhoneSystemDown _ ->
          Answer.problem(503, "TELEPHONE_DOWN", "the telephone cannot be reached now");
    };
  }

  private Answer hangUp(ApiRequest request) {
    CallId call = callId(request.path("callId"));
    boolean own =
        switch (presences.of(request.agent()).presence()) {
          case Presence.Talking talking -> talking.call().equals(call);
          case Presence.Ringing ringing -> ringing.call().equals(call);
          case Presence.WrapUp wrapUp -> wrapUp.call().equals(call);
          case Presence.Offline _, Presence.Ready _, Presence.Paused _ -> false;
        };
    if (!own) {
      return Answer.problem(409, "NOT_YOURS", "you are not in this call");
    }
    return moves.hangUp().hangUp(call, request.agent())
        ? Answer.accepted()
        : Answer.problem(503, "TELEPHONE_DOWN", "the telephone cannot be reached now");
  }

  static CallId callId(String text) {
    try {
      return new CallId(text);
    } catch (IllegalArgumentException strange) {
      throw Problem.of(404, "NOT_FOUND", "there is nothing here").refused();
    }
  }
}
