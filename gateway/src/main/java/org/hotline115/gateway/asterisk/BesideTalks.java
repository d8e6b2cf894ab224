package org.hotline115.gateway.asterisk;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.call.AddInterpreter;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.RingRescue;
import org.hotline115.callflow.queue.AgentPhones;
import org.hotline115.callflow.queue.AskColleague;
import org.hotline115.callflow.queue.ColleagueExchange;
import org.hotline115.callflow.queue.HangUp;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.InterpreterSetting;
import org.hotline115.gateway.config.LineSetting;

/** Whom an agent may bring into a talk as a third: the rescue, an interpreter, a colleague. */
public final class BesideTalks {

  private final GatewayConfig.Telephone telephone;
  private final RecordCall calls;
  private final Presences presences;
  private final AgentPhones phones;
  private final AmiLink link;
  private final AmiFacts facts;
  private final InstantSource clock;

  BesideTalks(
      GatewayConfig.Telephone telephone,
      RecordCall calls,
      Presences presences,
      AgentPhones phones,
      AmiLink link,
      AmiFacts facts,
      InstantSource clock) {
    this.telephone = telephone;
    this.calls = calls;
    this.presences = presences;
    this.phones = phones;
    this.link = link;
    this.facts = facts;
    this.clock = clock;
  }

  private String callerNumber() {
    return telephone.callback().callerNumber();
  }

  public RingRescue ringRescue(AuditTrail audit) {
    return new RingRescue(
        calls,
        telephone.lines().stream()
            .collect(Collectors.toMap(LineSetting::code, LineSetting::rescueServices)),
        new AmiRescue(link, facts, callerNumber()),
        audit,
        clock);
  }

  public AddInterpreter addInterpreter() {
    return new AddInterpreter(
        calls,
        telephone.interpreters().stream().map(InterpreterSetting::service).toList(),
        new AmiInterpreters(link, facts, callerNumber()));
  }

  public AskColleague askColleague() {
    return new AskColleague(calls, presences, colleagues());
  }

  /** Ends an agent's part of a call, and the call with it unless a colleague is there. */
  public HangUp hangUp() {
    return new HangUp(calls, phones, colleagues());
  }

  private ColleagueExchange colleagues() {
    return new AmiColleagues(link, facts, callerNumber());
  }
}
