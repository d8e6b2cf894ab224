package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The demo: everything the hotline needs, started in order on one machine, watched, started again
 * when it dies, and stopped in the opposite order. All its state is in the folder {@code .hotline}.
 */
public final class OneMachine {

  private static final long STOP_MILLIS_MAX = 8_500;

  private final Home home;
  private final PrintStream out;
  private final Secrets secrets;
  private final DemoAccounts accounts;
  private final PostgresPart postgres;
  private final RedisPart redis;
  private final AsteriskPart asterisk;
  private final GatewayPart gateway;

  private OneMachine(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
    secrets = new Secrets(home.data("secrets"));
    accounts = new DemoAccounts(secrets);
    Ports ports = new Ports(home.data("ports.properties"));
    postgres = new PostgresPart(home, secrets, ports, said -> say("postgres", said));
    redis = new RedisPart(home, secrets, ports, said -> say("redis", said));
    asterisk = new AsteriskPart(home, secrets, ports, said -> say("asterisk", said));
    gateway = new GatewayPart(home, ports, said -> say("gateway", said));
  }

  /**
   * {@code demo [--reset]}: returns when it was told to stop (0) or could not start (1).
   *
   * @param words those after "demo"
   */
  public static int run(List<String> words, PrintStream out) {
    Home home = Home.find();
    KeptFiles.createFolder(home.data());
    try (FileChannel file =
            FileChannel.open(
                home.data("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        out.println("  The demo of this folder is already running: stop that one first.");
        return 1;
      }
      if (words.contains("--reset")) {
        new OneMachine(home, out).reset();
      }
      return new OneMachine(home, out).untilStopped();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int untilStopped() {
    stopOnSignal();
    Supervisor supervisor = new Supervisor(out);
    try {
      KeptFiles.delete(home.data("demo.json"));
      accounts.writeStations();
      supervisor.start(postgres);
      supervisor.start(redis);
      supervisor.start(asterisk);
      gateway.choosePort();
      writeSettings();
      supervisor.start(gateway);
      KeptFiles.write(home.data("demo.json"), demoJson());
      tellWhereToClick();
      supervisor.watch();
      return 0;
    } catch (InterruptedException _) {
      out.println("  Stopping.");
      return 0;
    } catch (Part.StartFailed e) {
      out.println("  Cannot go on: " + e.getMessage());
      return 1;
    } finally {
      supervisor.stopAll();
      KeptFiles.delete(home.data("demo.json"));
    }
  }

  /** Ctrl-C and kill interrupt the one thread that does everything, and wait for it. */
  private void stopOnSignal() {
    Thread worker = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              worker.interrupt();
              try {
                worker.join(STOP_MILLIS_MAX);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void writeSettings() {
    DemoConfig.Telephone telephone = new DemoConfig.Telephone(gateway.webPort(), asterisk);
    KeptFiles.write(
        home.data("hotline.yaml"),
        DemoConfig.yaml(home, secrets, accounts, postgres, redis, telephone));
    KeptFiles.write(secrets.file("demo.json"), demoJson());
  }

  private String demoJson() {
    return accounts.json(gateway.webPort(), asterisk.sipPort(), asterisk.webSocketPort());
  }

  private void reset() {
    out.println("  Starting over: calls, places, contacts and passwords of this demo are deleted.");
    try {
      postgres.endOrphan();
      redis.endOrphan();
      asterisk.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (String name :
        List.of(
            "postgres", "redis", "asterisk/run", "secrets", "state", "log", "ports.properties")) {
      KeptFiles.delete(home.data(name));
    }
  }

  private void tellWhereToClick() {
    String base = "http://127.0.0.1:" + gateway.webPort();
    out.println();
    out.println("  The hotline is ready.");
    out.println("    " + base + "/          an agent signs in and answers");
    out.println("    " + base + "/appel     call the hotline from a browser");
    out.println("    " + base + "/messages  the texts that would be sent");
    out.println("    " + base + "/places    the board of places");
    if (asterisk.available()) {
      out.println("    or dial 115 with any SIP phone at 127.0.0.1:" + asterisk.sipPort());
    } else {
      out.println("    telephone: not connected (./hotline doctor says why)");
    }
    out.println();
    accounts.lines().forEach(line -> out.println("    " + line));
    out.println();
    out.println("  All of it is in .hotline/demo.json, logs are in .hotline/log. Ctrl-C stops.");
  }

  private void say(String part, String sentence) {
    out.println("  " + part + ": " + sentence);
  }
}
