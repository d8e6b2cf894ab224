package org.hotline115.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.gateway.config.CommuneFile;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.PriorityRuleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every feature stands on: the settings, the clock, the two servers, the keys. */
record Ground(
    GatewayConfig config,
    Path stateFolder,
    Clock clock,
    MeterRegistry meters,
    Database database,
    RedisServer redis,
    Cipher cipher,
    Callers callers,
    List<PriorityRuleSet> priorityRules,
    Communes communes)
    implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ground.class);
  private static final int KEY_VERSION = 1;
  private static final long RETRY_MILLIS = 2_000;

  /**
   * Waits for PostgreSQL, however long: meanwhile Asterisk serves the callers by itself. Redis may
   * be away: the board says so.
   */
  static Ground lay(GatewayConfig config, Path stateFolder, Clock clock, MeterRegistry meters)
      throws InterruptedException {
    List<PriorityRuleSet> priorityRules =
        PriorityRuleFiles.read(config.deployment().folder().resolve("rules"));
    Communes communes = CommuneFile.read(config.deployment().folder());
    GatewayConfig.Records records = config.records();
    Database database =
        new Database(
            new Database.Settings(
                records.url(), records.user(), records.password(), records.connections()));
    migrate(database);
    Cipher cipher = new Cipher(List.of(config.keys().cipher().reveal()));
    return new Ground(
        config,
        stateFolder,
        clock,
        meters,
        database,
        new RedisServer(new RedisServer.Settings(config.board().url(), config.board().password())),
        cipher,
        new Callers(
            new PhoneNumbers(config.deployment().homeRegion()),
            new BlindIndex(config.keys().index(), KEY_VERSION),
            cipher),
        priorityRules,
        communes);
  }

  private static void migrate(Database database) throws InterruptedException {
    boolean told = false;
    while (true) {
      try {
        database.migrate();
        return;
      } catch (RecordsAway away) {
        if (!told) {
          log.atWarn().log("waiting for PostgreSQL; Asterisk serves the callers meanwhile");
          told = true;
        }
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }

  @Override
  public void close() {
    redis.close();
    database.close();
  }
}
