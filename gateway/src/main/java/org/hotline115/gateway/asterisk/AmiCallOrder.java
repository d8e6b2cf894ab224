package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.line.CallOrder;
import org.hotline115.callflow.queue.PlaceMover;

/** Moves a waiting caller in Asterisk's own queue. */
final class AmiCallOrder implements CallOrder, PlaceMover {

  /** Before everybody but who pressed the danger key and did not reach the rescue. */
  private static final int BEFORE_ALL = Integer.MAX_VALUE - 1;

  /** As in extensions.conf: the earlier the second, the higher the priority. */
  private static final long FIRST = 2_147_483_647L;

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
    private final int priority;

    ChangePriority(String queue, String caller, int priority) {
      this.queue = queue;
      this.caller = caller;
      this.priority = priority;
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
      return priority;
    }

    public String getImmediate() {
      return "yes";
    }
  }

  @Override
  public boolean putFirst(String callId) {
    return change(new CallId(callId), BEFORE_ALL);
  }

  /** The channel is told too: coming back from a talk about a callback he stands there again. */
  @Override
  public boolean move(CallId call, Instant rankAt) {
    long second = rankAt.getEpochSecond();
    return change(call, Math.toIntExact(FIRST - second))
        && facts
            .channelOf(call)
            .filter(channel ->
                link.order(new SetVarAction(channel, "HOTLINE_RANK", Long.toString(second))))
            .isPresent();
  }

  private boolean change(CallId call, int priority) {
    return calls
        .live(call)
        .map(calls::stateOf)
        .flatMap(AmiCallOrder::queue)
        .flatMap(queue ->
            facts
                .channelOf(call)
                .filter(channel -> link.order(new ChangePriority(queue, channel, priority))))
        .isPresent();
  }

  private static Optional<String> queue(CallState state) {
    return state instanceof CallState.Waiting(String queue) ? Optional.of(queue) : Optional.empty();
  }
}
