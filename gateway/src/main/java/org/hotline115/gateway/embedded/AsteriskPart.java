package org.hotline115.gateway.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asterisk, which is not ours to take down: it outlives the gateway and a killed supervisor, so
 * that calls go on, and is found again at the next start. Only a clean end of the supervisor stops
 * it.
 */
final class AsteriskPart implements Part {

  private final Home home;
  private final Path run;
  private final Secrets secrets;
  private final Ports ports;
  private final Consumer<String> says;
  private boolean available = true;

  AsteriskPart(Home home, Secrets secrets, Ports ports, Consumer<String> says) {
    this.home = home;
    this.run = home.data("asterisk/run");
    this.secrets = secrets;
    this.ports = ports;
    this.says = says;
  }

  @Override
  public String name() {
    return "asterisk";
  }

  int sipPort() {
    return ports.of("sip", 15060);
  }

  int webSocketPort() {
    return ports.of("sip-websocket", 18088);
  }

  int managerPort() {
    return ports.of("ami", 15038);
  }

  int agiPort() {
    return ports.of("agi", 14573);
  }

  /** False when this machine has none; known after the start. */
  boolean available() {
    return available;
  }

  Path folder() {
    return run;
  }

  @Override
  public void start() throws InterruptedException {
    Command.Answer found = script("asterisk/control.sh", "where");
    Command.Answer spoken = found.ok() ? script("prompts/render.sh", prompts()) : found;
    available = spoken.ok();
    if (!available) {
      says.accept("no telephone: " + spoken.text().strip());
      says.accept("everything else works, and every screen says so");
      return;
    }
    if (running()) {
      if (takesOurSecret()) {
        says.accept("still running from an earlier start, and taken over");
        return;
      }
      says.accept("one of an earlier run does not answer: starting it again");
      script("asterisk/control.sh", "kill", run.toString());
    }
    replaceIfTaken("sip", sipPort());
    replaceIfTaken("sip-websocket", webSocketPort());
    replaceIfTaken("ami", managerPort());
    succeed("asterisk/render.sh", run.toString());
    succeed("asterisk/control.sh", "start", run.toString());
    says.accept("takes calls on SIP port " + sipPort() + " (UDP) and in the browser");
  }

  @Override
  public boolean alive() {
    return !available || running();
  }

  @Override
  public void stop() throws InterruptedException {
    Optional<ProcessHandle> process = process();
    if (process.isPresent()) {
      Server.end(process.get(), "TERM", Duration.ofSeconds(2));
    }
  }

  private void replaceIfTaken(String name, int port) {
    if (!Ports.isFree(port)) {
      says.accept("port " + port + " is taken, now on " + ports.replace(name));
    }
  }

  /** Looks at the process itself: a script for each look would be dear, and the look is often. */
  private boolean running() {
    return process().isPresent();
  }

  private Optional<ProcessHandle> process() {
    return Server.orphan(run.resolve("run/asterisk.pid"), run);
  }

  private boolean takesOurSecret() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), managerPort()), 1000);
      socket.setSoTimeout(3000);
      String login =
          "Action: Login\r\nUsername: gateway\r\nEvents: off\r\nSecret: "
              + secrets.forProgram("ami").reveal()
              + "\r\n\r\nAction: Logoff\r\n\r\n";
      socket.getOutputStream().write(login.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .anyMatch("Message: Authentication accepted"::equals);
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private String prompts() {
    return home.data("prompts").toString();
  }

  private void succeed(String script, String... words) throws InterruptedException {
    Command.Answer answer = script(script, words);
    if (!answer.ok()) {
      throw new StartFailed(answer.text().strip());
    }
  }

  private Command.Answer script(String script, String... words) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.script(script).toString());
    command.addAll(List.of(words));
    secrets.forProgram("ami");
    secrets.forProgram("caller-web");
    Map<String, String> settings =
        Map.of(
            "HOTLINE_SECRETS", home.data("secrets").toString(),
            "HOTLINE_PROMPTS", prompts(),
            "HOTLINE_SIP_PORT", Integer.toString(sipPort()),
            "HOTLINE_HTTP_PORT", Integer.toString(webSocketPort()),
            "HOTLINE_AMI_PORT", Integer.toString(managerPort()),
            "HOTLINE_AGI_PORT", Integer.toString(agiPort()));
    return new Command(command, settings, Duration.ofSeconds(60)).run();
  }
}
