package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A short command and what it answered. */
record Command(List<String> words, Map<String, String> environment, Duration timeout) {

  /** Exit code (124 when it did not end in time) and all it printed. */
  record Answer(int exitCode, String text) {

    boolean ok() {
      return exitCode == 0;
    }
  }

  static Command of(String... words) {
    return new Command(List.of(words), Map.of(), Duration.ofSeconds(60));
  }

  Answer run() throws InterruptedException {
    try {
      // A file and not a pipe: a program that it leaves in the background would hold the pipe open.
      Path output = Files.createTempFile("hotline", ".txt");
      try {
        return run(output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer run(Path output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(ended ? process.exitValue() : 124, Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }
}
