package org.hotline115.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What processes take of this machine, as the kernel counts it. */
final class Share {

  /** The kernel counts time in hundredths of a second on every Linux we know. */
  private static final double TICKS_PER_SECOND = 100;

  private final List<ProcessHandle> processes;
  private final Map<Long, Double> lastSeen = new HashMap<>();

  Share(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  /** Seconds of CPU of all their threads so far; of one that has ended, what was seen last. */
  double cpuSeconds() throws IOException {
    for (ProcessHandle process : processes) {
      Path stat = Path.of("/proc/" + process.pid() + "/stat");
      if (Files.exists(stat)) {
        String text = Files.readString(stat);
        // the name, in brackets, may hold spaces; user time and system time are fields 14 and 15
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        lastSeen.put(process.pid(), ticks / TICKS_PER_SECOND);
      }
    }
    return lastSeen.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Seconds of CPU of this very process so far. */
  static double processSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  static double residentMegabytes(ProcessHandle process) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024.0;
    }
  }
}
