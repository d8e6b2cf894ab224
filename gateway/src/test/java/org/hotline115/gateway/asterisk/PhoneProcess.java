package org.hotline115.gateway.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.store.Database;

/** {@link PhoneMain} as a child: started, ordered about, killed, frozen and thawed. */
final class PhoneProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private PhoneProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Returns when its telephone is up. */
  static PhoneProcess start(TestAsterisk asterisk, Database.Settings records, Path folder) {
    return start(asterisk, asterisk.agiPort(), records, folder);
  }

  /** A second gateway beside the first has a port of its own, which the dialplan does not ask. */
  static PhoneProcess start(
      TestAsterisk asterisk, int agiPort, Database.Settings records, Path folder) {
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "phone", ".log");
      Process process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx256m",
                      "-XX:TieredStopAtLevel=1",
                      "-cp",
                      System.getProperty(
                          "surefire.test.class.path", System.getProperty("java.class.path")),
                      PhoneMain.class.getName(),
                      records.url(),
                      Integer.toString(asterisk.amiPort()),
                      asterisk.amiSecret(),
                      Integer.toString(agiPort),
                      asterisk.folder().resolve("log").toString(),
                      folder.resolve("state").toString()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      PhoneProcess started = new PhoneProcess(process, output);
      try {
        PhoneKit.await(
            "the child's telephone is up",
            Duration.ofSeconds(90),
            () -> started.said().contains("up true"));
      } catch (AssertionError late) {
        started.kill();
        throw new AssertionError(late.getMessage() + ":\n" + started.said(), late);
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void order(String words) {
    try {
      process.getOutputStream().write((words + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PhoneKit.await(words, Duration.ofSeconds(10), () -> said().contains("done " + words));
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
