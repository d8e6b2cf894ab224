package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.hotline115.gateway.config.GatewayConfig;

/** What only this package can measure: the wire to Asterisk. Used by the bench of calls. */
public final class WireBench {

  private WireBench() {}

  /** The same stream through Asterisk-Java with an empty listener, then through all of ours. */
  public record EventRates(double empty, double ours) {}

  /** Takes turns so that neither side has the warmer JVM; the best of each counts. */
  public static EventRates events(Path folder, int calls, int rounds) throws Exception {
    double empty = 0;
    double ours = 0;
    for (int round = 0; round < rounds; round++) {
      empty = Math.max(empty, throughAnEmptyListener(calls));
      ours = Math.max(ours, throughOurs(folder.resolve("round" + round), calls));
    }
    return new EventRates(empty, ours);
  }

  private static double throughAnEmptyListener(int calls) throws Exception {
    AtomicInteger seen = new AtomicInteger();
    try (AmiStub asterisk = new AmiStub()) {
      DefaultManagerConnection connection =
          new DefaultManagerConnection("127.0.0.1", asterisk.port(), "gateway", "x");
      connection.login();
      PhoneKit.await("the login is over", Duration.ofSeconds(20), () -> asterisk.logins() == 1);
      Thread.sleep(500);
      connection.addEventListener(event -> seen.incrementAndGet());
      return rate(asterisk, calls, () -> seen.get() >= events(calls));
    }
  }

  private static double throughOurs(Path folder, int calls) throws Exception {
    try (AmiStub asterisk = new AmiStub();
        StubPhone phone = new StubPhone(asterisk, folder)) {
      phone.start();
      PhoneKit.await("up", Duration.ofSeconds(30), phone.phone()::up);
      return rate(
          asterisk,
          calls,
          () ->
              phone.meters().counter("gateway_ami_events").count() >= events(calls)
                  && phone.store().unfinished().isEmpty());
    }
  }

  private static int events(int calls) {
    return calls * AmiStub.EVENTS_OF_AN_ANSWERED_CALL;
  }

  private static double rate(AmiStub asterisk, int calls, java.util.function.BooleanSupplier done) {
    List<String> stream = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      stream.add(AmiStub.answeredCall(call));
    }
    long start = System.nanoTime();
    stream.forEach(asterisk::send);
    PhoneKit.await("the stream is worked off", Duration.ofMinutes(2), done);
    return events(calls) / ((System.nanoTime() - start) / 1e9);
  }

  /** Nanoseconds of so many AGI commands on a real call, sorted. */
  public static List<Long> roundTrips(TestAsterisk asterisk, int commands)
      throws IOException, InterruptedException {
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(1);
    try (MenuServer server =
        new MenuServer(
            new GatewayConfig.FastAgi("127.0.0.1", asterisk.agiPort(), 10),
            Map.of(
                "hotline",
                (request, channel) -> {
                  channel.setVariable("TIMEOUT(absolute)", "60");
                  for (int i = 0; i < commands; i++) {
                    long start = System.nanoTime();
                    channel.setVariable("HOTLINE_BENCH", "x");
                    nanos.add(System.nanoTime() - start);
                  }
                  done.countDown();
                }),
            new SimpleMeterRegistry())) {
      server.begin();
      try (Sipp _ = Sipp.call(asterisk, Sipp.Caller.staying(Duration.ofSeconds(50)))) {
        if (!done.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the AGI commands did not end");
        }
      }
    }
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted;
  }
}
