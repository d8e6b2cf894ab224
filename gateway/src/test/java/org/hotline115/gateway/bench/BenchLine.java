package org.hotline115.gateway.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what a bench measured: one JSON object a line with {@code --json}, else a table. {@code
 * limit} is what the same run measured as the most that is possible, {@code ratio} ours to it.
 */
public final class BenchLine {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String bench;
  private final boolean json;
  private final PrintStream out;
  private final Map<String, Double> values = new LinkedHashMap<>();

  BenchLine(String bench, boolean json, PrintStream out) {
    this.bench = bench;
    this.json = json;
    this.out = out;
  }

  /** From now on the lines alone go to standard output; whatever else is said, to the errors. */
  static BenchLine alone(String bench, String... arguments) {
    BenchLine line = new BenchLine(bench, List.of(arguments).contains("--json"), System.out);
    System.setOut(System.err);
    return line;
  }

  /** What was measured so far, by metric. */
  Map<String, Double> values() {
    return values;
  }

  public void measured(String metric, double value, String unit) {
    line(metric, value, unit, null);
  }

  /** A value beside the limit that was measured in the same run. */
  public void against(String metric, double value, String unit, double limit) {
    line(metric, value, unit, limit);
  }

  private void line(String metric, double value, String unit, Double limit) {
    values.put(metric, value);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bench", bench);
    line.put("metric", metric);
    line.put("value", rounded(value));
    line.put("unit", unit);
    if (limit != null) {
      line.put("limit", rounded(limit));
      line.put("ratio", rounded(limit == 0 ? 0 : value / limit));
    }
    try {
      out.println(json ? JSON.writeValueAsString(line) : table(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String table(Map<String, Object> line) {
    return "%-8s %-26s %12s %-6s %s"
        .formatted(
            line.get("bench"),
            line.get("metric"),
            line.get("value"),
            line.get("unit"),
            line.containsKey("limit")
                ? "of " + line.get("limit") + " (ratio " + line.get("ratio") + ")"
                : "");
  }

  /** Four significant digits: more would be noise. */
  private static double rounded(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return 0;
    }
    double scale = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
    return Math.round(value * scale) / scale;
  }
}
