package org.hotline115.callflow.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.RecordCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent asks a colleague into his talk: to help, or to go on with the caller alone. The caller
 * is never put aside: the three speak, and who asked leaves when all is said.
 */
public final class AskColleague {

  private static final Logger log = LoggerFactory.getLogger(AskColleague.class);

  private final RecordCall calls;
  private final Presences presences;
  private final ColleagueExchange exchange;

  public AskColleague(RecordCall calls, Presences presences, ColleagueExchange exchange) {
    this.calls = calls;
    this.presences = presences;
    this.exchange = exchange;
  }

  /** Who can be asked now by this agent: nobody in a break, a call or a wrap-up is disturbed. */
  public List<AgentId> ready(AgentId by) {
    return presences.all().stream()
        .filter(other -> !other.agent().equals(by) && phoneOf(other).isPresent())
        .map(AgentPresence::agent)
        .sorted(Comparator.comparing(AgentId::value))
        .toList();
  }

  private static Optional<PhoneId> phoneOf(AgentPresence agent) {
    return agent.presence() instanceof Presence.Ready
        ? Optional.ofNullable(agent.phone())
        : Optional.empty();
  }

  /** Asking again while one rings or talks changes nothing. */
  public ColleagueResult ask(CallId callId, AgentId colleague, AgentId by) {
    Optional<Call> call = spokenBy(callId, by);
    if (call.isEmpty()) {
      return new ColleagueResult.NotYourCall();
    }
    if (call.get().colleague().present() != null) {
      return new ColleagueResult.Ordered();
    }
    Optional<PhoneId> phone =
        colleague.equals(by) ? Optional.empty() : phoneOf(presences.of(colleague));
    if (phone.isEmpty()) {
      return new ColleagueResult.NotReady();
    }
    boolean ordered = exchange.ring(call.get(), colleague, phone.get());
    log.atInfo()
        .addKeyValue("callId", callId)
        .addKeyValue("agent", by)
        .addKeyValue("colleague", colleague)
        .addKeyValue("ordered", ordered)
        .log("an agent asks a colleague into a talk");
    return answer(ordered);
  }

  /** Takes whoever rings or talks beside the agent out again. */
  public ColleagueResult drop(CallId callId, AgentId by) {
    return spokenBy(callId, by).isEmpty()
        ? new ColleagueResult.NotYourCall()
        : answer(exchange.drop(callId));
  }

  /** The agent leaves; the colleague, who talks with them or still rings, has the caller. */
  public ColleagueResult passOn(CallId callId, AgentId by) {
    Optional<Call> call = spokenBy(callId, by);
    if (call.isEmpty()) {
      return new ColleagueResult.NotYourCall();
    }
    AgentId other = call.get().colleague().present();
    return other == null || other.equals(by)
        ? new ColleagueResult.NobodyThere()
        : answer(exchange.leave(by));
  }

  /** Promises are rung from our side: their callers have no place in the queue to go back to. */
  private Optional<Call> spokenBy(CallId callId, AgentId by) {
    return calls
        .live(callId)
        .filter(call -> !call.id().isOutbound())
        .filter(call ->
            calls.stateOf(call) instanceof CallState.Talking(AgentId agent) && agent.equals(by));
  }

  private static ColleagueResult answer(boolean ordered) {
    return ordered ? new ColleagueResult.Ordered() : new ColleagueResult.ExchangeAway();
  }
}
