package org.hotline115.callflow.message;

/**
 * Reads every text before anybody else, and calls a person when its words are of distress. It takes
 * none: whoever knows what the text means besides still answers it.
 */
final class WatchForDistress implements TakeInbound {

  private final DistressWords words;
  private final JdbcTextAlerts alerts;
  private final MessageMetrics metrics;

  WatchForDistress(DistressWords words, JdbcTextAlerts alerts, MessageMetrics metrics) {
    this.words = words;
    this.alerts = alerts;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "DISTRESS";
  }

  @Override
  public Taking take(InboundText text) {
    if (words.isIn(text.body()) && alerts.raise(text)) {
      metrics.distress();
    }
    return Taking.NOT_MINE;
  }
}
