package org.hotline115.gateway.asterisk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Asterisk of a test's own: rendered from {@code config/asterisk} into a folder, on free
 * ports, with the same scripts as the product. Fails, and never skips, when no Asterisk can be
 * found.
 */
public final class TestAsterisk implements AutoCloseable {

  /**
   * An agent's two telephones; with a contact ("sip:127.0.0.1:5090") the SIP one need not register.
   */
  public record Station(String name, String secret, String webSecret, String contact) {

    public static Station registering(String name) {
      return new Station(name, name + "-secret", name + "-web-secret", "");
    }

    public static Station at(String name, int sipPort) {
      return new Station(
          name, name + "-secret", name + "-web-secret", "sip:" + name + "@127.0.0.1:" + sipPort);
    }
  }

  private static final Path HOME = home();

  private final Path folder;
  private final Path run;
  private final int agiPort;
  private final int sipPort = freeUdpPort();
  private final int httpPort = freePort();
  private final int amiPort = freePort();
  private final String rtpPorts;
  private final Map<String, String> more = new HashMap<>();

  private TestAsterisk(Path folder, int agiPort) {
    this.folder = folder;
    this.run = folder.resolve("run");
    this.agiPort = agiPort;
    int rtpStart = 20_000 + 2 * ThreadLocalRandom.current().nextInt(5_800);
    this.rtpPorts = rtpStart + "-" + (rtpStart + 399);
  }

  /** Rendered, not started: the gateway under test shall listen for FastAGI on {@code agiPort}. */
  public static TestAsterisk render(Path folder, int agiPort, List<Station> stations) {
    TestAsterisk asterisk = new TestAsterisk(folder, agiPort);
    asterisk.render(stations);
    return asterisk;
  }

  /** With other settings of render.sh, and a trunk whose other end is a phone on this port. */
  public static TestAsterisk render(
      Path folder, int agiPort, List<Station> stations, int trunkPort, Map<String, String> more) {
    TestAsterisk asterisk = new TestAsterisk(folder, agiPort);
    asterisk.more.putAll(more);
    asterisk.more.put("HOTLINE_TRUNK", asterisk.trunk(trunkPort).toString());
    asterisk.render(stations);
    return asterisk;
  }

  private Path trunk(int port) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(
          folder.resolve("trunk.conf"),
          """
          [trunk](caller)
          aors = trunk
          [trunk]
          type = aor
          contact = sip:127.0.0.1:%d
          """
              .formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void render(List<Station> stations) {
    String lines =
        stations.stream()
            .map(s -> String.join(" ", s.name(), s.secret(), s.webSecret(), s.contact()) + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(folder.resolve("secrets"));
      Files.writeString(folder.resolve("secrets/stations"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    script("config/prompts/render.sh", prompts().toString());
    script("config/asterisk/render.sh", run.toString());
  }

  /** Returns when it takes calls. */
  public TestAsterisk start() {
    script("config/asterisk/control.sh", "start", run.toString());
    return this;
  }

  public void stop() {
    script("config/asterisk/control.sh", "stop", run.toString());
  }

  /** kill -9. */
  public void kill() {
    script("config/asterisk/control.sh", "kill", run.toString());
  }

  /** Stops without a word, as a frozen machine does; {@link #thaw} lets it go on. */
  public void freeze() {
    signal("-STOP");
  }

  public void thaw() {
    signal("-CONT");
  }

  /** The answer of Asterisk's own command line, e.g. {@code cli("queue", "show")}. */
  public String cli(String... words) {
    List<String> command = new ArrayList<>(List.of("cli", run.toString()));
    command.addAll(List.of(words));
    return script("config/asterisk/control.sh", command.toArray(String[]::new));
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(run.resolve("data"), 2)) {
      // JUnit warns about links out of its temporary folder
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int sipPort() {
    return sipPort;
  }

  public int httpPort() {
    return httpPort;
  }

  public int amiPort() {
    return amiPort;
  }

  public int agiPort() {
    return agiPort;
  }

  /** The secret of the AMI user {@code gateway}. */
  public String amiSecret() {
    return read(folder.resolve("secrets/ami"));
  }

  /** The secret of the SIP user {@code caller-web}. */
  public String callerSecret() {
    return read(folder.resolve("secrets/caller-web"));
  }

  public Path folder() {
    return run;
  }

  /** Asterisk's own record of every call (CEL as CSV). */
  public Path witness() {
    return run.resolve("log/cel-custom/Master.csv");
  }

  public Path queueLog() {
    return run.resolve("log/queue_log");
  }

  /** Warnings and errors since the first start. */
  public String messages() {
    return read(run.resolve("log/messages.log"));
  }

  /** Where the spoken prompts are, with their manifest {@code prompts.json}. */
  public static Path prompts() {
    return HOME.resolve(".hotline/prompts");
  }

  /** How many telephones are on a line of it now. */
  long telephones() {
    return cli("core", "show", "channels", "concise")
        .lines()
        .filter(line -> line.startsWith("PJSIP/"))
        .count();
  }

  /**
   * For a server that starts later: below the ports that the kernel lends to outgoing connections,
   * so that none of them takes it meanwhile.
   */
  public static int freePort() {
    return free(port -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
  }

  /** As {@link #freePort}, for UDP. */
  public static int freeUdpPort() {
    return free(port -> new DatagramSocket(port, InetAddress.getLoopbackAddress()));
  }

  private interface Binding {
    Closeable bind(int port) throws IOException;
  }

  private static int free(Binding binding) {
    for (int tries = 0; tries < 1_000; tries++) {
      int port = 10_000 + ThreadLocalRandom.current().nextInt(10_000);
      try {
        binding.bind(port).close();
        return port;
      } catch (IOException isTaken) {
        // the next one, then
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private void signal(String signal) {
    command(List.of("kill", signal, Long.toString(process().pid())));
  }

  /** The running exchange, for its share of the machine. */
  public ProcessHandle process() {
    long pid = Long.parseLong(read(run.resolve("run/asterisk.pid")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private String script(String name, String... words) {
    List<String> command = new ArrayList<>(List.of(HOME.resolve(name).toString()));
    command.addAll(List.of(words));
    return command(command);
  }

  private String command(List<String> words) {
    try {
      // Into a file, not a pipe: a started Asterisk would keep the pipe open for ever.
      Path output = Files.createTempFile(folder, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().putAll(settings());
      Process process = builder.start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String said = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", words) + " failed (./hotline test provides what it needs):\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "HOTLINE_SECRETS", folder.resolve("secrets").toString(),
                "HOTLINE_PROMPTS", prompts().toString(),
                "HOTLINE_SIP_PORT", Integer.toString(sipPort),
                "HOTLINE_HTTP_PORT", Integer.toString(httpPort),
                "HOTLINE_AMI_PORT", Integer.toString(amiPort),
                "HOTLINE_AGI_PORT", Integer.toString(agiPort),
                "HOTLINE_RTP_PORTS", rtpPorts));
    settings.putAll(more);
    return settings;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("config/asterisk"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no config/asterisk in the folders above the working one");
      }
    }
    return folder;
  }
}
