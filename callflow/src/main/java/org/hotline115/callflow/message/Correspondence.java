package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;

/** What somebody and we wrote to each other, and writing more of it: one agent, one person. */
public final class Correspondence {

  /** Who writes, before the words, as in all our texts. */
  private static final String FROM = "115: ";

  /** Three segments: who must say more writes another text. */
  public static final int WORDS_MAX = 459 - 5;

  private static final Duration WORTH = Duration.ofMinutes(30);

  /**
   * One text of it.
   *
   * @param status what became of ours; of theirs: RECEIVED
   */
  public record Line(boolean ours, Instant at, String words, int segments, String status) {}

  private final JdbcCorrespondence lines;
  private final JdbcOutbox outbox;
  private final JdbcOptOuts optOuts;
  private final Runnable wakeSender;
  private final InstantSource clock;

  Correspondence(
      JdbcCorrespondence lines,
      JdbcOutbox outbox,
      JdbcOptOuts optOuts,
      Runnable wakeSender,
      InstantSource clock) {
    this.lines = lines;
    this.outbox = outbox;
    this.optOuts = optOuts;
    this.wakeSender = wakeSender;
    this.clock = clock;
  }

  /** Since that moment, the oldest first. */
  public List<Line> since(CallerKey person, Instant moment) {
    return lines.since(person, moment);
  }

  /** Writes to him; the same {@code textId} is the same text. */
  public ServiceTextResult write(UUID textId, Recipient to, String words, AgentId by) {
    Instant now = clock.instant();
    boolean refused = optOuts.isOptedOut(to, TemplateCode.WRITTEN_ANSWER.purpose());
    MessageStatus status =
        outbox.put(
            new NewMessage(
                new MessageId(textId),
                "WRITTEN:" + textId,
                TemplateCode.WRITTEN_ANSWER,
                Templates.FIRST_LANGUAGE,
                null,
                null,
                by,
                to,
                refused ? "" : FROM + words,
                refused ? MessageStatus.SUPPRESSED_OPT_OUT : MessageStatus.QUEUED,
                now,
                now.plus(WORTH),
                null));
    wakeSender.run();
    return status == MessageStatus.SUPPRESSED_OPT_OUT
            || status == MessageStatus.SUPPRESSED_DISCRETION
        ? ServiceTextResult.OPTED_OUT
        : ServiceTextResult.QUEUED;
  }
}
