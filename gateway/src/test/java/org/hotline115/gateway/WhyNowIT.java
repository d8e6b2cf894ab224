package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackWish;
import org.hotline115.callflow.caller.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why this caller is here now: what a card says of the turn, the tries and the promise. */
class WhyNowIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final String NUMBER = "0465710077";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final Instant now = Instant.now();
  private TestGateway gateway;
  private int rings;

  @BeforeEach
  void start() {
    gateway = new TestGateway(folder);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whoAnsweredThisCallerAMomentAgoIsSeenBeforeTheAnswer() {
    CallId answered = waits(NUMBER, 300);
    connects(answered, KARIM, 180);
    gateway.calls.accept(new CallFact.TalkEnded(answered, ago(60)));
    gateway.calls.accept(new CallFact.Ended(answered, ago(60), 16));
    CallId again = waits(NUMBER, 30);

    gateway.calls.accept(new CallFact.AgentRinging(again, ago(1), CLAIRE));

    JsonNode before = card("claire").at("/today/answered");
    assertThat(before.path("by").asText()).isEqualTo("karim");
    assertThat(before.path("mine").asBoolean()).isFalse();
    assertThat(before.path("talking").asBoolean()).isFalse();
  }

  @Test
  void theTurnIsExplainedByTheOthersAndByWhoPutTheCallFirst() {
    CallId older = waits("0465710078", 600);
    CallId chosen = waits(NUMBER, 60);
    waits("0465710079", 30);
    gateway.exchange.waiting.add(chosen.linkedid());
    String why =
        "{\"actId\":\"%s\",\"line\":\"public\",\"reason\":\"enfant dehors\"}"
            .formatted(UUID.randomUUID());
    gateway.browser().signIn("sophie").post("/api/calls/" + chosen.linkedid() + "/first", why);

    connects(chosen, CLAIRE, 5);
    connects(older, KARIM, 2);

    JsonNode turn = card("claire").path("turn");
    assertThat(turn.path("reason").asText()).isEqualTo("ARRIVAL");
    assertThat(turn.path("older").asInt()).isEqualTo(1);
    assertThat(turn.path("younger").asInt()).isEqualTo(1);
    assertThat(turn.at("/putFirst/by").asText()).isEqualTo("sophie");
    assertThat(turn.at("/putFirst/reason").asText()).isEqualTo("enfant dehors");
    assertThat(card("karim").at("/turn/older").asInt()).isZero();
    assertThat(card("karim").at("/turn/putFirst").isNull()).isTrue();
  }

  @Test
  void thePromiseToACallerStandsOnTheCardAlsoAfterTheAnswerKeptIt() {
    CallId first = waits(NUMBER, 300);
    PhoneNumber number = new PhoneNumber("+33465710077");
    promise(first, number);
    gateway.calls.accept(new CallFact.LeftQueue(first, ago(200), QueueExit.FOR_CALLBACK));
    gateway.calls.accept(new CallFact.Ended(first, ago(200), 16));
    CallId again = waits(NUMBER, 30);
    gateway
        .callbacks
        .findPlace()
        .of(again, Objects.requireNonNull(gateway.callers.identityOf(number).key()), "public");

    gateway.calls.accept(new CallFact.AgentRinging(again, ago(2), CLAIRE));

    JsonNode promise = card("claire").path("promise");
    assertThat(promise.path("status").asText()).isEqualTo("QUEUED");
    assertThat(promise.path("people").asInt()).isEqualTo(3);
    assertThat(promise.path("where").asText()).isEqualTo("34000");
    assertThat(promise.toString()).doesNotContain("465710077");

    connects(again, CLAIRE, 1);
    gateway.callbacks.keepPromises().round(true);

    assertThat(card("claire").at("/promise/status").asText()).isEqualTo("MERGED");
  }

  @Test
  void anAgentWhoMeetsAMachineSaysSoOnTheCardAndThePromiseIsOwedAgain() {
    CallId first = waits(NUMBER, 300);
    PhoneNumber number = new PhoneNumber("+33465710077");
    promise(first, number);
    gateway.calls.accept(new CallFact.LeftQueue(first, ago(200), QueueExit.FOR_CALLBACK));
    gateway.calls.accept(new CallFact.Ended(first, ago(200), 16));
    gateway.callbacks.keepPromises().round(true);
    gateway.callbacks.keepPromises().round(true);
    Callback owed = gateway.callbacks.readCallbacks().owed().getFirst().callback();
    CallId ours = Objects.requireNonNull(owed.placeholder());
    gateway.calls.accept(
        new CallFact.Arrived(ours, ago(30), "public", gateway.callers.identityOf(number)));
    gateway.calls.accept(new CallFact.EnteredQueue(ours, ago(30), "public", 1));
    connects(ours, CLAIRE, 20);
    gateway.calls.accept(new CallFact.PersonDialled(ours, ago(20)));
    gateway.calls.accept(new CallFact.PersonReached(ours, ago(10)));
    gateway.callbacks.keepPromises().round(true);

    JsonNode card = card("claire");
    assertThat(card.at("/call/ours").asBoolean()).isTrue();
    assertThat(card.at("/promise/status").asText()).isEqualTo("REACHED");
    TestBrowser.Answer said =
        gateway.browser().signIn("claire").post("/api/callbacks/" + owed.id() + "/machine", "{}");

    assertThat(json(said.body()).path("status").asText()).as(said.body()).isEqualTo("QUEUED");
    assertThat(card("claire").at("/promise/attempts").asInt()).isEqualTo(1);
  }

  @Test
  void aWithheldNumberHasATurnAndNoHistory() {
    CallId hidden = waits("anonymous", 40);

    gateway.calls.accept(new CallFact.AgentRinging(hidden, ago(1), CLAIRE));

    JsonNode card = card("claire");
    assertThat(card.path("today").isNull()).isTrue();
    assertThat(card.path("promise").isNull()).isTrue();
    assertThat(card.at("/turn/reason").asText()).isEqualTo("ARRIVAL");
  }

  @Test
  void aSupervisorSeesWhoWaitsInTheOrderAndNobodyElseDoes() {
    CallId younger = waits("0465710078", 30);
    CallId older = waits(NUMBER, 90);
    connects(waits("0465710079", 200), KARIM, 100);

    TestBrowser.Answer seen = gateway.browser().signIn("sophie").get("/api/calls/waiting");

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    JsonNode waiting = json(seen.body());
    assertThat(waiting.findValuesAsText("callId"))
        .containsExactly(older.linkedid(), younger.linkedid());
    assertThat(waiting.findValuesAsText("line")).containsOnly("public");
    assertThat(waiting.findValuesAsText("maskedNumber"))
        .containsExactly("04 •• •• •• 77", "04 •• •• •• 78");
    assertThat(seen.body()).doesNotContain("465710077");
    assertThat(gateway.browser().signIn("claire").get("/api/calls/waiting").field("code"))
        .isEqualTo("NOT_ALLOWED");
  }

  private void promise(CallId call, PhoneNumber number) {
    gateway
        .callbacks
        .promiseCallback()
        .promise(
            new CallbackWish(
                call,
                "public",
                "public",
                number,
                "fr",
                ago(300),
                new Answers(3, 1, "34000"),
                false,
                CallbackChannel.VOICE));
  }

  private JsonNode card(String agent) {
    return json(gateway.browser().signIn(agent).get("/api/desk").body()).path("card");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new AssertionError(body, notJson);
    }
  }

  private CallId waits(String number, long secondsAgo) {
    CallId call = new CallId("hotline1-" + System.nanoTime() + "." + ++rings);
    gateway.calls.accept(
        new CallFact.Arrived(call, ago(secondsAgo), "public", gateway.callers.identify(number)));
    gateway.calls.accept(new CallFact.EnteredQueue(call, ago(secondsAgo), "public", 1));
    return call;
  }

  private void connects(CallId call, AgentId agent, long secondsAgo) {
    gateway.calls.accept(new CallFact.AgentRinging(call, ago(secondsAgo), agent));
    gateway.calls.accept(new CallFact.AgentConnected(call, ago(secondsAgo), agent, 0));
  }

  private Instant ago(long seconds) {
    return now.minusSeconds(seconds);
  }
}
