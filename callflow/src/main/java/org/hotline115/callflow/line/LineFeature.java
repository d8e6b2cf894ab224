package org.hotline115.callflow.line;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentLanguages;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;

/** Lines put together: hours, decisions, what the exchange remembers, messages. */
public final class LineFeature {

  /** What lines stand on. */
  public record Ground(Database database, JdbcAuditTrail audit, InstantSource clock, ZoneId zone) {}

  /** Where messages lie, and for how long. */
  public record Messages(Path folder, Duration keptFor) {}

  private final ReadLines lines;
  private final LineActs acts;
  private final MirrorLines mirror;
  private final ExchangeMemory exchange;
  private final CollectVoicemails collectVoicemails;
  private final AnswerVoicemails answerVoicemails;
  private final Voicemails messagesLeft;
  private final InstantSource clock;

  public LineFeature(
      Ground ground, List<LinePlan> plans, ExchangeMemory exchange, Messages messages) {
    clock = ground.clock();
    this.exchange = exchange;
    acts = new JdbcLineActs(ground.database(), ground.audit());
    lines = new ReadLines(plans, acts, clock, ground.zone());
    mirror = new MirrorLines(lines, exchange);
    Voicemails kept = new JdbcVoicemails(ground.database(), ground.audit());
    messagesLeft = kept;
    MessageFolder folder = new MessageFolder(messages.folder());
    collectVoicemails = new CollectVoicemails(kept, folder, messages.keptFor(), clock);
    answerVoicemails = new AnswerVoicemails(kept, folder, clock);
  }

  public ReadLines readLines() {
    return lines;
  }

  public List<LineAct> newestActs(int most) {
    return acts.newest(most);
  }

  /** Who asked that this call come first, and why. */
  public Optional<LineAct> putFirst(String callId) {
    return acts.putFirst(callId);
  }

  public DecideLine decideLine() {
    return new DecideLine(lines, acts, mirror, clock);
  }

  public PutCallFirst putCallFirst(CallOrder order) {
    return new PutCallFirst(lines, acts, order, clock);
  }

  public MirrorLines mirrorLines() {
    return mirror;
  }

  /** Tells the exchange who speaks what. */
  public MirrorLanguages mirror(AgentLanguages languages) {
    return new MirrorLanguages(languages, exchange);
  }

  public CollectVoicemails collectVoicemails() {
    return collectVoicemails;
  }

  /** Turns messages into tasks, made by {@code maker}. */
  public GiveVoicemailTasks giveVoicemailTasks(VoicemailTask.Maker maker) {
    return new GiveVoicemailTasks(lines, messagesLeft, maker);
  }

  public AnswerVoicemails answerVoicemails() {
    return answerVoicemails;
  }
}
