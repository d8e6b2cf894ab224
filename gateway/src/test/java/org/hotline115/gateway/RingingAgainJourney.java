package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackWish;
import org.hotline115.callflow.callback.PromiseResult;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.gateway.asterisk.PhoneFeature;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.asterisk.Sipp;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who rings again hears where his matter stands, from the records: by number, and by {@code #} and
 * his code on a real telephone's keys.
 */
class RingingAgainJourney {

  private static final Duration SOON = Duration.ofSeconds(45);

  /** The letters of a telephone's keys, from 2 on. */
  private static final List<String> KEYS =
      List.of("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ");

  @TempDir Path folder;

  private TestGateway gateway;
  private TestBrowser claire;
  private StateByRecords state;

  @BeforeEach
  void start() {
    gateway = new TestGateway(folder.resolve("gateway"));
    claire = gateway.browser().signIn("claire");
    state = new StateByRecords(gateway.requests.readRequests(), gateway.callbacks.readCallbacks());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** A request of tonight at the counter; its code as a telephone's keys have it. */
  private String keyedCode() {
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch("/api/contacts/" + contact, "{\"version\":1,\"adults\":1}");
    assertThat(claire.post("/api/contacts/" + contact + "/request", "{}").status()).isEqualTo(200);
    String code =
        gateway.database.with(handle ->
            handle
                .createQuery("SELECT file_code FROM shelter_request ORDER BY requested_at DESC")
                .mapTo(String.class)
                .findFirst()
                .orElseThrow());
    return code.chars().mapToObj(RingingAgainJourney::key).collect(Collectors.joining());
  }

  private static String key(int character) {
    for (int i = 0; i < KEYS.size(); i++) {
      if (KEYS.get(i).indexOf(character) >= 0) {
        return Integer.toString(i + 2);
      }
    }
    return Character.toString(character);
  }

  private IncomingCall from(String number) {
    return new IncomingCall(
        new CallId("hotline1-1.1"),
        new Line("public", LineKind.PUBLIC_115, "115", Set.of(), List.of("115"), "public"),
        "115",
        number.isEmpty()
            ? CallerIdentity.without(CallerIdState.WITHHELD)
            : gateway.callers.identify(number));
  }

  @Test
  void aRequestIsToldByCodeAndAPromiseByItsOwn() {
    assertThat(state.byCode(keyedCode())).contains(Prompt.P76_REQUEST_STANDS);
    assertThat(state.byCode("0000")).isEmpty();

    PromiseResult promised =
        gateway
            .callbacks
            .promiseCallback()
            .promise(
                new CallbackWish(
                    new CallId("hotline1-2.2"),
                    "public",
                    "public",
                    new PhoneNumber("+33465710091"),
                    "fr",
                    Instant.now(),
                    Answers.NONE,
                    false,
                    CallbackChannel.VOICE));
    String code = ((PromiseResult.Promised) promised).callback().code();
    assertThat(state.byCode(code)).contains(Prompt.P75_STILL_PROMISED);
  }

  @Test
  void byNumberOnlyWhoHasARequestIsToldSomething() {
    CallId call = new CallId("hotline1-3.3");
    gateway.talks(call, new AgentId("claire"), "0465710092");
    await(
        "the contact opened",
        SOON,
        () -> claire.get("/api/contacts").body().contains("\"contactId\":\""));
    String contact =
        claire.get("/api/contacts").body().replaceAll(".*?\"contactId\":\"([^\"]+)\".*", "$1");
    claire.post("/api/contacts/" + contact + "/request", "{}");

    assertThat(state.byNumber(from("0465710092"))).contains(Prompt.P76_REQUEST_STANDS);
    assertThat(state.byNumber(from("0465710093"))).isEmpty();
    assertThat(state.byNumber(from(""))).isEmpty();
  }

  @Test
  void onARealTelephoneTheCodeIsKeyedAndTheStateIsHeard() {
    String code = keyedCode();
    try (TestAsterisk asterisk =
            TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), List.of())
                .start();
        PhoneFeature phone =
            PhoneKit.feature(asterisk, gateway.database, folder.resolve("state"))) {
      Path said = asterisk.folder().resolve("log/said.log");
      asterisk.cli("logger", "add", "channel", said.toString(), "verbose(5)");
      phone.menus().know(state);
      PhoneKit.up(phone);
      Caller shared = Caller.staying(Duration.ofSeconds(60)).from("anonymous");

      try (Sipp _ = Sipp.keys(asterisk, shared, "1500:# " + keys(code))) {
        await("he hears it", SOON, () -> read(said).contains("hotline/p76_request_stands"));
        await(
            "and waits for a human", SOON, () -> phone.liveQueues().view("public").waiting() == 1);
      }
      try (Sipp _ = Sipp.keys(asterisk, shared, "1500:# " + keys("0000"))) {
        await("nothing is guessed", SOON, () -> read(said).contains("hotline/p78_code_unknown"));
      }
      asterisk.cli("channel", "request", "hangup", "all");
    }
  }

  private static String keys(String digits) {
    return digits.chars().mapToObj(digit -> "900:" + (char) digit).collect(Collectors.joining(" "));
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
