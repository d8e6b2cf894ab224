package org.hotline115.callflow.call;

import java.time.Duration;

/** Settings that an outcome depends on. {@code shortAbandon}: who hangs up sooner never waited. */
public record CallRules(Duration shortAbandon) {

  public static final CallRules DEFAULTS = new CallRules(Duration.ofSeconds(10));
}
