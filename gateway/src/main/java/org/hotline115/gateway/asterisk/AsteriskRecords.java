package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.RecordPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable witness: what Asterisk wrote itself, CEL and queue log, while we may have been away.
 * Every import may be repeated; the position is remembered after the facts of a batch are stored.
 */
final class AsteriskRecords {

  private static final Logger log = LoggerFactory.getLogger(AsteriskRecords.class);
  private static final int BATCH_LINES = 5_000;

  private record Source(
      String name, RecordFile file, Function<String, Optional<CallFact>> meaning) {}

  private final List<Source> sources;
  private final RecordPositions positions;
  private final RecordCall recordCall;
  private final Counter imported;
  private final Counter skipped;

  AsteriskRecords(
      Path logFolder,
      RecordFacts facts,
      RecordPositions positions,
      RecordCall recordCall,
      MeterRegistry registry) {
    this.sources =
        // In this order: who waited and who answered is known before the end of the call.
        List.of(
            new Source(
                "queue_log", new RecordFile(logFolder.resolve("queue_log")), facts::ofQueueLog),
            new Source(
                "cel",
                new RecordFile(logFolder.resolve("cel-custom").resolve("Master.csv")),
                facts::ofCel));
    this.positions = positions;
    this.recordCall = recordCall;
    this.imported = registry.counter("gateway_asterisk_record_lines");
    this.skipped = registry.counter("gateway_asterisk_record_lines_skipped");
  }

  /**
   * Reads on to the end of both. One at a time; two importers would only do the work twice.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer
   */
  synchronized void importNew() {
    for (Source source : sources) {
      try {
        importNew(source);
      } catch (IOException e) {
        log.atWarn()
            .setCause(e)
            .addKeyValue("record", source.name())
            .log("a record of Asterisk cannot be read");
      }
    }
  }

  private void importNew(Source source) throws IOException {
    while (true) {
      Optional<RecordPositions.Position> from = positions.of(source.name());
      Optional<RecordFile.Read> read = source.file().readOn(from.orElse(null), BATCH_LINES);
      if (read.isEmpty()) {
        return;
      }
      RecordFile.Read batch = read.get();
      take(batch.lines(), source.meaning());
      imported.increment(batch.lines().size());
      skipped.increment(batch.skipped());
      if (from.isEmpty() || !from.get().equals(batch.next())) {
        positions.remember(source.name(), batch.next());
      }
      if (batch.lines().isEmpty()) {
        return;
      }
    }
  }

  private void take(List<String> lines, Function<String, Optional<CallFact>> meaning) {
    Map<CallId, List<CallFact>> byCall = new LinkedHashMap<>();
    for (String line : lines) {
      meaning
          .apply(line)
          .ifPresent(
              fact -> byCall.computeIfAbsent(fact.callId(), _ -> new ArrayList<>()).add(fact));
    }
    byCall.forEach(recordCall::importAll);
  }
}
