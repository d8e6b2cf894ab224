package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Webhooks at the door that were not signed as they ought to be. Refusing is decided before and
 * does not depend on this: while the records are away nothing is kept.
 */
public final class RefusedWebhooks {

  private static final Logger log = LoggerFactory.getLogger(RefusedWebhooks.class);

  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final JdbcRefusedWebhooks store;
  private final MessageMetrics metrics;
  private final InstantSource clock;

  RefusedWebhooks(JdbcRefusedWebhooks store, MessageMetrics metrics, InstantSource clock) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
  }

  public void keep(String uri, String signature, String body) {
    try {
      if (store.keep(new RefusedWebhook(uri, signature, body, clock.instant()))) {
        metrics.webhookKept();
      }
    } catch (RecordsAway away) {
      log.atWarn().log("a refused webhook could not be kept: the records are away");
    }
  }

  /**
   * Asks the doors again, whose settings may have been put right since; what one takes now is done,
   * and what is old is forgotten. Tells how many were taken.
   */
  public int replay(Predicate<RefusedWebhook> takes) {
    store.forgetBefore(clock.instant().minus(KEPT_FOR));
    int taken = 0;
    for (RefusedWebhook refused : store.kept()) {
      if (takes.test(refused)) {
        store.forget(refused);
        taken++;
      }
    }
    if (taken > 0) {
      log.atInfo()
          .addKeyValue("webhooks", taken)
          .log("What had been refused is rightly signed by today's settings, and was taken");
    }
    return taken;
  }
}
