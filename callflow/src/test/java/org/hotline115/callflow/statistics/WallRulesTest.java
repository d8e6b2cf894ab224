package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.queue.AgentPresence;
import org.hotline115.callflow.queue.PauseReason;
import org.hotline115.callflow.queue.Presence;
import org.junit.jupiter.api.Test;

/** When the wall calls for an eye, and what it never says of one person. */
class WallRulesTest {

  private static final WallRules RULES = WallRules.DEFAULTS;

  private static AgentPresence agent(String name, Presence presence) {
    return new AgentPresence(new AgentId(name), null, presence, Instant.EPOCH, null);
  }

  @Test
  void aWaitIsLongFromTheFirstBoundAndTooLongFromTheSecond() {
    assertThat(RULES.ofWait(null)).isEqualTo(Level.CALM);
    assertThat(RULES.ofWait(Duration.ofSeconds(599))).isEqualTo(Level.CALM);
    assertThat(RULES.ofWait(Duration.ofMinutes(10))).isEqualTo(Level.OLD);
    assertThat(RULES.ofWait(Duration.ofMinutes(30))).isEqualTo(Level.DANGER);
  }

  @Test
  void aQueueFillsUpToItsCapAndWithoutOneItNeverIsFull() {
    assertThat(RULES.ofWaiting(19, 40)).isEqualTo(Level.CALM);
    assertThat(RULES.ofWaiting(20, 40)).isEqualTo(Level.OLD);
    assertThat(RULES.ofWaiting(40, 40)).isEqualTo(Level.DANGER);
    assertThat(RULES.ofWaiting(0, 0)).isEqualTo(Level.CALM);
    assertThat(RULES.ofWaiting(900, null)).isEqualTo(Level.CALM);
  }

  @Test
  void whereNobodyRangNoTargetIsMissed() {
    assertThat(RULES.ofServiceLevel(null, 0.8)).isEqualTo(Level.CALM);
    assertThat(RULES.ofServiceLevel(0.8, 0.8)).isEqualTo(Level.CALM);
    assertThat(RULES.ofServiceLevel(0.1, 0.8)).isEqualTo(Level.OLD);
    assertThat(RULES.ofPromises(1)).isEqualTo(Level.DANGER);
  }

  @Test
  void whyTheyPauseIsSaidOfATeamAndNotOfTwo() {
    AgentPresence claire = agent("claire", new Presence.Paused(PauseReason.DEBRIEF));
    AgentPresence karim = agent("karim", new Presence.Talking(new CallId("hotline1-1.1")));
    AgentPresence sophie = agent("sophie", new Presence.Ready());
    AgentPresence away = agent("away", new Presence.Offline());

    assertThat(Team.of(List.of(claire, karim, away)).pauses()).isNull();
    Team three = Team.of(List.of(claire, karim, sophie, away));
    assertThat(three.there()).isEqualTo(3);
    assertThat(three.pauses()).isEqualTo(Map.of(PauseReason.DEBRIEF, 1));
    assertThat(three.states())
        .containsEntry("PAUSED", 1)
        .containsEntry("TALKING", 1)
        .containsEntry("READY", 1)
        .containsEntry("WRAP_UP", 0);
  }
}
