package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackRules;
import org.hotline115.callflow.callback.CallbackTexts;
import org.hotline115.callflow.callback.Presentation;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.queue.PresenceResult;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.config.CallbackSetting;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.InterpreterSetting;
import org.hotline115.gateway.config.LineSetting;

/** The telephone part of the gateway, for tests: with a real Asterisk or with a stub. */
public final class PhoneKit {

  /** The lines that config/asterisk/render.sh renders when nobody says otherwise. */
  public static final List<LineSetting> LINES =
      List.of(
          line("public", LineKind.PUBLIC_115, "115", "0465710115"),
          line("professional", LineKind.PROFESSIONAL, "0465710116"),
          line("partners", LineKind.PARTNER_SITES, "0465710117"),
          line("rescue", LineKind.RESCUE_SERVICES, "0465710118"),
          line("outreach", LineKind.OUTREACH, "0465710119"));

  public static final CallbackSetting CALLBACK =
      new CallbackSetting(
          "0465710000",
          Presentation.NUMBER,
          2,
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          Duration.ofHours(2),
          Duration.ofHours(12));

  /** One for all lines, reached over the trunk. */
  public static final List<InterpreterSetting> INTERPRETERS =
      List.of(
          new InterpreterSetting(
              "ism", "ISM", "0199000011", List.of("ar", "fa"), List.of("public", "partners")));

  private static final Duration UP_WITHIN = Duration.ofSeconds(30);

  private PhoneKit() {}

  /** The callbacks on this telephone; not started. */
  static CallbackFeature callbacks(
      PhoneFeature phone, Database database, CallbackTexts texts, CallbackRules rules) {
    CallbackFeature callbacks =
        new CallbackFeature(
            new CallbackFeature.Ground(
                database,
                CallerTestKit.callers(),
                phone.callerStore(),
                phone.calls(),
                new PhoneNumbers("FR"),
                new JdbcAuditTrail(database),
                Clock.systemUTC(),
                ZoneId.of("Europe/Paris")),
            rules,
            phone.callbackExchange(),
            texts,
            phone.keepPlace());
    phone.offer(callbacks, CallerTestKit.callers());
    return callbacks;
  }

  static LineSetting line(String code, LineKind kind, String... numbers) {
    return new LineSetting(
        code,
        kind,
        code,
        List.of(),
        List.of(numbers),
        code,
        10,
        List.of(),
        Holidays.FRANCE,
        false,
        0,
        List.of(),
        0,
        Duration.ofSeconds(30),
        List.of());
  }

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
        Duration.ofMinutes(10),
        CALLBACK,
        List.of(),
        LINES,
        INTERPRETERS);
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

  /** A gateway at this exchange, once its telephone is up. */
  public static PhoneFeature up(TestAsterisk asterisk, Database database, Path state) {
    PhoneFeature phone = feature(asterisk, database, state);
    up(phone);
    return phone;
  }

  /** The same, not started: for who brings it something before. */
  public static PhoneFeature feature(TestAsterisk asterisk, Database database, Path state) {
    return feature(telephone(asterisk), database, state, new SimpleMeterRegistry());
  }

  public static void up(PhoneFeature phone) {
    phone.start();
    await("the telephone is up", UP_WITHIN, phone::up);
  }

  /** At the phone of his own name, and available. */
  static PresenceResult ready(PhoneFeature phone, AgentId agent) {
    phone.choosePhone().choose(agent, new PhoneId(agent.value()));
    return phone.becomeReady().ready(agent);
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
