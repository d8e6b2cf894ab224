package org.hotline115.gateway.asterisk;

import java.util.Optional;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.line.CallOrder;

/** Moves a waiting caller in Asterisk's own queue. */
final class AmiCallOrder implements CallOrder {

  /** Before everybody but who pressed the danger key and did not reach the rescue. */
  private static final int BEFORE_ALL = Integer.MAX_VALUE - 1;

  private final AmiLink link;
  private final AmiFacts facts;
  private final RecordCall calls;

  AmiCallOrder(AmiLink link, AmiFacts facts, RecordCall calls) {
    this.link = link;
    this.facts = facts;
    this.calls = calls;
  }

  /** Asterisk-Java's own action lacks Immediate, without which nobody is moved. */
  public static final class ChangePriority extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String queue;
    private final String caller;

    ChangePriority(String queue, String caller) {
      this.queue = queue;
      this.caller = caller;
    }

    @Override
    public String getAction() {
      return "QueueChangePriorityCaller";
    }

    public String getQueue() {
      return queue;
    }

    public String getCaller() {
      return caller;
    }

    public int getPriority() {
      return BEFORE_ALL;
    }

    public String getImmediate() {
      return "yes";
    }
  }

  @Override
  public boolean putFirst(String callId) {
    CallId call = new CallId(callId);
    return calls
        .live(call)
        .map(calls::stateOf)
        .flatMap(state -> queue(state))
        .flatMap(queue ->
            facts.channelOf(call).flatMap(channel -> link.send(new ChangePriority(queue, channel))))
        .filter(AmiCallOrder::done)
        .isPresent();
  }

  private static Optional<String> queue(CallState state) {
    return state instanceof CallState.Waiting(String queue) ? Optional.of(queue) : Optional.empty();
  }

  private static boolean done(ManagerResponse answer) {
    return !(answer instanceof ManagerError);
  }
}
