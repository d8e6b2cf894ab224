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
        lastSeen.put(process.pid(), cpuSeconds(stat));
      }
    }
    return lastSeen.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Seconds of CPU of this very process so far. */
  static double processSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static double cpuSeconds(Path stat) throws IOException {
    String text = Files.readString(stat);
    // the name, in brackets, may hold spaces; user time and system time are fields 14 and 15
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /**
   * Seconds of CPU that a JVM spent on compiling its own code. It is most of the first minutes and
   * none of the hours after them, so a short bench has to tell it apart.
   */
  static double compilerSeconds(ProcessHandle jvm) throws IOException {
    double seconds = 0;
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + jvm.pid() + "/task"))) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).matches("C[12] CompilerThre\\s*")) {
          seconds += cpuSeconds(thread.resolve("stat"));
        }
      }
    }
    return seconds;
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
