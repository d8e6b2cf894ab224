package org.hotline115.gateway.asterisk;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.call.AddInterpreter;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.RingRescue;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.InterpreterSetting;
import org.hotline115.gateway.config.LineSetting;

/** Whom an agent may bring into a talk as a third: the rescue, an interpreter. */
record BesideTalks(
    GatewayConfig.Telephone telephone, RecordCall calls, AmiLink link, AmiFacts facts) {

  RingRescue ringRescue(AuditTrail audit, InstantSource clock) {
    return new RingRescue(
        calls,
        telephone.lines().stream()
            .collect(Collectors.toMap(LineSetting::code, LineSetting::rescueServices)),
        new AmiRescue(link, facts, telephone.callback().callerNumber()),
        audit,
        clock);
  }

  AddInterpreter addInterpreter() {
    return new AddInterpreter(
        calls,
        telephone.interpreters().stream().map(InterpreterSetting::service).toList(),
        new AmiInterpreters(link, facts, telephone.callback().callerNumber()));
  }
}
