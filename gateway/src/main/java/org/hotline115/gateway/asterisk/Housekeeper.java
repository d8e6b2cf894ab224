package org.hotline115.gateway.asterisk;

import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every second: what waited for PostgreSQL or for Asterisk is tried again. */
final class Housekeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Housekeeper.class);

  /** Often enough that a reconnection has little to read. */
  private static final int SECONDS_BETWEEN_IMPORTS = 60;

  private final RecordCall recordCall;
  private final Presences presences;
  private final PhoneSystem phoneSystem;
  private final @Nullable AsteriskRecords records;
  private final Thread thread;
  private volatile boolean closed;

  Housekeeper(
      RecordCall recordCall,
      Presences presences,
      PhoneSystem phoneSystem,
      @Nullable AsteriskRecords records) {
    this.recordCall = recordCall;
    this.presences = presences;
    this.phoneSystem = phoneSystem;
    this.records = records;
    this.thread = Thread.ofVirtual().name("phone-housekeeper").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    int seconds = 0;
    try {
      while (!closed) {
        TimeUnit.SECONDS.sleep(1);
        seconds++;
        tick(seconds % SECONDS_BETWEEN_IMPORTS == 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick(boolean importRecords) {
    try {
      recordCall.replay();
      presences.saveUnsaved();
      phoneSystem.tick();
      if (importRecords && records != null) {
        records.importNew();
      }
    } catch (RecordsAway away) {
      log.atDebug().log("records are away, asked again in a second");
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("the telephone's housekeeping failed");
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
