package org.hotline115.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each bench runs, at a tiny size, so that none is broken on the day when it is needed. */
class BenchIT {

  private static final BoardBench.Size TINY =
      new BoardBench.Size(400, 50, 200, 20, 50, 300, 150, List.of(20), 200, 200, 1);

  @Test
  void theBenchOfTheBoardMeasuresAllThatItPromises() throws Exception {
    BenchLine line = new BenchLine("board", true, new PrintStream(OutputStream.nullOutputStream()));

    new BoardBench(line, TINY).run();

    assertThat(line.values())
        .containsKeys(
            "hold_script_per_s",
            "hold_java_per_s",
            "hold_http_per_s",
            "confirm_java_per_s",
            "confirm_http_per_s",
            "search_store_p99_ms",
            "search_http_p99_ms",
            "search_http_cpu_ms",
            "fan_out_p99_20_ms",
            "fan_out_20_per_s",
            "rebuild_s",
            "rebuild_java_cpu_s",
            "memory_java_kb_of_1000",
            "page_core_share")
        .containsAllEntriesOf(
            Map.of(
                "contenders_winners",
                100.0,
                "rebuild_holds",
                50.0,
                "fan_out_screens_lost_20",
                0.0));
  }

  @Test
  void theBenchOfASurgeLosesNobodyAndExplainsEachCall() throws Exception {
    BenchLine line = new BenchLine("surge", true, new PrintStream(OutputStream.nullOutputStream()));

    new SurgeBench(line, new SurgeBench.Size(3, 60, Duration.ofSeconds(6))).run();

    Map<String, Double> values = line.values();
    assertThat(values)
        .containsKeys("gateway_cores", "asterisk_cores", "card_p99_ms", "gateway_memory_mb")
        .containsAllEntriesOf(
            Map.of(
                "waiting", 3.0,
                "outcome_ivr_only", 1.0,
                "callers_dropped", 0.0,
                "sip_failures", 0.0,
                "positions_wrong", 0.0,
                "events_lost", 0.0));
    assertThat(values.get("positions_compared")).isPositive();
    assertThat(values.get("outcome_answered")).isGreaterThanOrEqualTo(3 + 5);
    assertThat(values.get("received")).isEqualTo(values.get("not_offered_and_offered"));
  }

  @Test
  void theBenchOfMessagesSendsEachTextThatIsDue() throws Exception {
    BenchLine line =
        new BenchLine("messages", true, new PrintStream(OutputStream.nullOutputStream()));

    new MessagesBench(line, new MessagesBench.Size(500, 100, 20, 1, 1)).run();

    Map<String, Double> values = line.values();
    assertThat(values).containsKeys("due_to_sent_p99_ms", "webhook_p99_ms", "memory_mb");
    assertThat(values.get("planned_per_s")).isPositive();
    assertThat(values.get("handout_per_s")).isPositive();
  }
}
