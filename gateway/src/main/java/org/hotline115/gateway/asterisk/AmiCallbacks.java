package org.hotline115.gateway.asterisk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.asteriskjava.manager.action.OriginateAction;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackExchange;
import org.hotline115.callflow.callback.Presentation;
import org.hotline115.gateway.config.CallbackSetting;

/**
 * Placeholders of promises in Asterisk's queue (extensions_callback.conf). The channel's id is the
 * call's: Asterisk refuses an id that is in use, so an order may be given again.
 */
final class AmiCallbacks implements CallbackExchange {

  private static final long PLACED_WITHIN_MILLIS = 5_000;

  private final AmiLink link;
  private final Predicate<CallId> hangUp;
  private final CallbackSetting setting;

  AmiCallbacks(AmiLink link, Predicate<CallId> hangUp, CallbackSetting setting) {
    this.link = link;
    this.hangUp = hangUp;
    this.setting = setting;
  }

  @Override
  public boolean place(Placeholder placeholder) {
    String promise = Long.toString(placeholder.callback());
    OriginateAction originate = new OriginateAction();
    originate.setChannel("Local/" + promise + "@callback-leg/n");
    originate.setChannelId(placeholder.call().linkedid());
    originate.setOtherChannelId(placeholder.call().linkedid() + "-leg");
    originate.setContext("callback-queue");
    originate.setExten(promise);
    originate.setPriority(1);
    originate.setAsync(true);
    originate.setTimeout(PLACED_WITHIN_MILLIS);
    originate.setVariables(variables(placeholder));
    return link.order(originate);
  }

  /** The second half of the channel gets a copy of all of them. */
  private Map<String, String> variables(Placeholder placeholder) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HOTLINE_QUEUE", placeholder.queue());
    variables.put("HOTLINE_LINE", placeholder.line());
    variables.put("HOTLINE_RANK", Long.toString(placeholder.rankAt().getEpochSecond()));
    variables.put("HOTLINE_TEXT", placeholder.channel() == CallbackChannel.TEXT ? "1" : "0");
    variables.put("HOTLINE_LANG", placeholder.language());
    variables.put("HOTLINE_NUMBER", placeholder.number().dialled());
    variables.put("HOTLINE_CALLER_ID", setting.callerNumber());
    variables.put(
        "HOTLINE_PRESENTATION",
        placeholder.presentation() == Presentation.WITHHELD ? "prohib" : "allowed");
    Duration rings = setting.ringsFor();
    variables.put("HOTLINE_RING_SECONDS", Long.toString(rings.toSeconds()));
    return variables;
  }

  @Override
  public boolean withdraw(CallId placeholder) {
    return hangUp.test(placeholder);
  }
}
