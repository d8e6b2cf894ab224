package org.hotline115.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.line.CallOrder;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.MirrorLanguages;
import org.hotline115.callflow.line.VoicemailTask;
import org.hotline115.callflow.statistics.CallFigures;
import org.hotline115.gateway.web.LineRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.VoicemailRoutes;

/**
 * Lines before supervisors, and what moves by itself: the exchange is told, messages are found.
 *
 * @param languages tells the exchange who speaks what
 * @param voicemailTasks what a message becomes when its line is open
 * @param today the figures since midnight
 * @param exchange tells true when the exchange is back and false when it went
 */
public record LineWing(
    LineFeature lines,
    MirrorLanguages languages,
    VoicemailTask.Maker voicemailTasks,
    CallOrder order,
    Supplier<CallFigures> today,
    Consumer<Consumer<Boolean>> exchange,
    DisplayNames names,
    InstantSource clock)
    implements Wing {

  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);
  private static final Duration COLLECTED_EVERY = Duration.ofSeconds(5);

  @Override
  public List<Routes> routes() {
    return List.of(
        new LineRoutes(lines, lines.putCallFirst(order), today, names, clock),
        new VoicemailRoutes(lines.answerVoicemails(), names));
  }

  @Override
  public void start(Jobs jobs) {
    exchange.accept(up -> {
      if (up) {
        lines.mirrorLines().forget();
        languages.forget();
      }
    });
    jobs.every(TOLD_EVERY, "lines told to the exchange", lines.mirrorLines());
    jobs.every(TOLD_EVERY, "languages told to the exchange", languages);
    jobs.every(COLLECTED_EVERY, "voice messages", lines.collectVoicemails());
    jobs.every(
        COLLECTED_EVERY, "tasks of voice messages", lines.giveVoicemailTasks(voicemailTasks));
  }
}
