package org.hotline115.gateway.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline115.callflow.message.MessageFeature;

/** Due texts handed out by our gateways, against a loop that does nothing but claim and mark. */
final class HandOut {

  private static final int AT_ONCE = 16;

  private final BenchLine line;
  private final TextGround ground;
  private final int gateways;

  HandOut(BenchLine line, TextGround ground, int gateways) {
    this.line = line;
    this.ground = ground;
    this.gateways = gateways;
  }

  /** The same rows by ours, and by a loop that does nothing but claim and mark. */
  void of(int many) throws Exception {
    ground.due(many / 10, Duration.ZERO);
    ours(); // warm
    ground.due(many / 10, Duration.ZERO);
    bare();
    double best = 0;
    ground.due(many, Duration.ZERO);
    double ours = ours();
    for (int round = 0; round < 2; round++) {
      ground.due(many, Duration.ZERO);
      best = Math.max(best, bare());
      ground.due(many, Duration.ZERO);
      ours = Math.max(ours, ours());
    }
    line.against("handout_per_s", ours, "1/s", best);
  }

  private double ours() throws Exception {
    int before = ground.provider.taken.get();
    Queue<MessageFeature> ready = new ConcurrentLinkedQueue<>();
    for (int each = 0; each < gateways; each++) {
      ready.add(ground.messages());
    }
    long started = System.nanoTime();
    Sampled.inParallel(
        gateways,
        () -> {
          MessageFeature gateway = ready.remove();
          while (gateway.work()) {
            // until nothing is due
          }
          return true;
        });
    double perSecond = (ground.provider.taken.get() - before) * 1e9 / (System.nanoTime() - started);
    long left =
        ground.count("SELECT count(*) FROM message WHERE status = 'SENDING' OR due_at <= now()");
    if (left > 0) {
      throw new IllegalStateException(left + " texts were left");
    }
    return perSecond;
  }

  private double bare() throws Exception {
    AtomicInteger marked = new AtomicInteger();
    long started = System.nanoTime();
    Sampled.inParallel(
        gateways,
        () -> {
          for (List<UUID> claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
              claimed.forEach(id -> threads.execute(() -> marked.addAndGet(mark(id))));
            }
          }
          return true;
        });
    return marked.get() * 1e9 / (System.nanoTime() - started);
  }

  private List<UUID> claim() {
    return ground.database.with(handle ->
        handle
            .createQuery(
                """
                WITH due AS (
                  SELECT message_id FROM message WHERE status = 'QUEUED' AND due_at <= :now
                  ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                UPDATE message SET status = 'SENDING', due_at = :lease FROM due
                WHERE message.message_id = due.message_id RETURNING message.message_id
                """)
            .bind("now", Instant.now())
            .bind("limit", AT_ONCE)
            .bind("lease", Instant.now().plusSeconds(60))
            .mapTo(UUID.class)
            .list());
  }

  private int mark(UUID id) {
    return ground.database.with(handle ->
        handle
            .createUpdate(
                "UPDATE message SET status = 'SENT', provider_id = :sid, sent_at = :at, due_at = NULL"
                    + " WHERE message_id = :id AND status = 'SENDING'")
            .bind("sid", "SM" + id)
            .bind("at", Instant.now())
            .bind("id", id)
            .execute());
  }
}
