package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.config.GatewayConfig;

/** The telephone part of the gateway, for tests: with a real Asterisk or with a stub. */
public final class PhoneKit {

  private PhoneKit() {}

  public static GatewayConfig.Telephone telephone(
      int amiPort, String amiSecret, int agiPort, Path recordsFolder) {
    return new GatewayConfig.Telephone(
        true,
        new GatewayConfig.Ami("127.0.0.1", amiPort, "gateway", new Secret(amiSecret)),
        new GatewayConfig.FastAgi("127.0.0.1", agiPort, 500),
        URI.create("ws://127.0.0.1:18088/ws"),
        "127.0.0.1",
        15060,
        recordsFolder,
        TestAsterisk.prompts(),
        Duration.ofSeconds(10),
        List.of(),
        List.of(new GatewayConfig.Line("public", List.of("115", "0465710115"), "public")));
  }

  public static GatewayConfig.Telephone telephone(TestAsterisk asterisk) {
    return telephone(
        asterisk.amiPort(),
        asterisk.amiSecret(),
        asterisk.agiPort(),
        asterisk.folder().resolve("log"));
  }

  public static PhoneFeature feature(
      GatewayConfig.Telephone telephone, Database database, Path state, MeterRegistry meters) {
    return new PhoneFeature(
        telephone, database, CallerTestKit.callers(), state, meters, Clock.systemUTC());
  }

  /** Waits for something that must come; what it was is said when it does not. */
  public static Duration await(String what, Duration within, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > within.toNanos()) {
        throw new AssertionError("not within " + within + ": " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
