package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A running child process with its log, and what earlier runs left of it. */
final class Server {

  private final Path log;
  private @Nullable Process process;

  Server(Path log) {
    this.log = log;
  }

  void spawn(List<String> words, Path folder) {
    spawn(words, folder, Map.of());
  }

  void spawn(List<String> words, Path folder, Map<String, String> environment) {
    KeptFiles.createClosedFolder(log.resolveSibling(""));
    KeptFiles.rotate(log);
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until {@code ready} is true. */
  void await(BooleanSupplier ready, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!ready.getAsBoolean()) {
      if (!alive()) {
        throw new Part.StartFailed("it ended at once; its last words:\n" + lastWords());
      }
      if (System.nanoTime() > end) {
        throw new Part.StartFailed(
            "it did not answer within " + limit.toSeconds() + " s, see " + log);
      }
      Thread.sleep(50);
    }
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  /** How it ended, for a person. */
  String ending() {
    return process == null || process.isAlive() ? "" : "exit code " + process.exitValue();
  }

  long pid() {
    return process == null ? 0 : process.pid();
  }

  /** Sends {@code signal}, waits, and ends it by force when that did not help. */
  void stop(String signal, Duration patience) throws InterruptedException {
    Process ending = process;
    if (ending == null || !ending.isAlive()) {
      return;
    }
    Command.of("kill", "-" + signal, Long.toString(ending.pid())).run();
    if (!ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      ending.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The process that an earlier run left behind. A number in a pid file proves nothing (numbers are
   * used again), so its command line must name {@code mark}, our own folder.
   */
  static Optional<ProcessHandle> orphan(Path pidFile, Path mark) {
    return KeptFiles.read(pidFile)
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(line -> line.matches("[0-9]{1,9}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(handle -> commandLine(handle.pid()).contains(mark.toString()));
  }

  /** Ends an orphan: politely, then by force. */
  static void end(ProcessHandle orphan, String signal, Duration patience)
      throws InterruptedException {
    Command.of("kill", "-" + signal, Long.toString(orphan.pid())).run();
    long end = System.nanoTime() + patience.toNanos();
    while (runs(orphan.pid()) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    if (runs(orphan.pid())) {
      orphan.destroyForcibly();
      Thread.sleep(500);
    }
  }

  /** A dead process that nobody has waited for still has its number, but no command line. */
  static boolean runs(long pid) {
    return !commandLine(pid).isEmpty();
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    } catch (IOException _) {
      return ""; // it has just ended
    }
  }
}
