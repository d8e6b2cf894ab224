package org.hotline115.gateway.embedded;

import java.nio.file.Path;
import java.util.List;

/**
 * A JVM for tests to kill: the parts of one machine without the gateway, supervised in the given
 * home. Says READY when all do their work.
 */
final class PartsMain {

  private PartsMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Home home = new Home(Path.of(arguments[0]));
    Thread worker = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              worker.interrupt();
              try {
                worker.join();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            }));
    Supervisor supervisor = new Supervisor(System.out);
    try {
      for (Part part : parts(home)) {
        supervisor.start(part);
      }
      System.out.println("READY");
      supervisor.watch();
    } catch (InterruptedException _) {
      System.out.println("STOPPING");
    } finally {
      supervisor.stopAll();
    }
  }

  static List<Part> parts(Home home) {
    Secrets secrets = new Secrets(home.data("secrets"));
    Ports ports = new Ports(home.data("ports.properties"));
    return List.of(
        new PostgresPart(home, secrets, ports, System.out::println),
        new RedisPart(home, secrets, ports, System.out::println),
        new AsteriskPart(home, secrets, ports, System.out::println));
  }
}
