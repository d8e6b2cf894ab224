package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RescueService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The danger button before agents: whom one may ring, for whom, and what the card says of it. */
class RescueRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final CallId CALL = new CallId("hotline1-1795352221.7");
  private static final String RESCUE = "/api/calls/" + CALL + "/rescue";

  @TempDir private Path folder;

  private TestGateway gateway;
  private TestBrowser claire;

  @BeforeEach
  void claireTalks() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    gateway.talks(CALL, CLAIRE, "0465710070");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static String wish(String service) {
    return "{\"ringId\":\"%s\",\"service\":\"%s\"}".formatted(UUID.randomUUID(), service);
  }

  @Test
  void whoSpeaksWithTheCallerRingsAServiceOfHisLineAndItIsAudited() {
    assertThat(claire.get("/api/rescue").body())
        .isEqualTo("{\"lines\":{\"public\":[\"15\",\"112\"]}}");

    assertThat(claire.post(RESCUE, wish("15")).status()).isEqualTo(200);

    assertThat(gateway.exchange.rescued).singleElement().asString().startsWith(CALL + " 15 ");
    assertThat(audited()).isEqualTo(1);
  }

  private long audited() {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                "SELECT count(*) FROM audit_event"
                    + " WHERE action = 'RESCUE_RUNG' AND actor = 'claire' AND call_id = :call")
            .bind("call", CALL.linkedid())
            .mapTo(Long.class)
            .one());
  }

  @Test
  void nobodyElseRingsForHerCallerAndNoServiceOfAnotherLine() {
    assertThat(gateway.browser().signIn("karim").post(RESCUE, wish("15")).field("code"))
        .isEqualTo("NOT_YOUR_CALL");
    assertThat(claire.post(RESCUE, wish("17")).field("field")).isEqualTo("service");
    assertThat(claire.post(RESCUE, wish("x;y")).field("field")).isEqualTo("service");
    assertThat(claire.post("/api/calls/hotline1-9.9/rescue", wish("15")).status()).isEqualTo(409);
    assertThat(gateway.browser().signIn("lilas").post(RESCUE, wish("15")).status()).isEqualTo(403);
    assertThat(gateway.exchange.rescued).isEmpty();
  }

  @Test
  void anExchangeThatIsAwayIsToldPlainly() {
    gateway.exchange.away = true;

    assertThat(claire.post(RESCUE, wish("15")).field("code")).isEqualTo("RESCUE_NOT_RUNG");
    assertThat(audited()).isZero();
  }

  @Test
  void theCardSaysThatItRingsWasMissedAndAnswered() {
    RescueService samu = new RescueService("15");
    TestBrowser.Socket desk = claire.live();
    desk.next("\"hello\"");
    Instant now = Instant.now();

    gateway.calls.accept(new CallFact.EmergencyHandoff(CALL, now.minusSeconds(9), samu));
    desk.next("\"card\"", "\"service\":\"15\"", "\"rings\":true", "\"state\":\"TALKING\"");
    gateway.calls.accept(new CallFact.RescueMissed(CALL, now.minusSeconds(5), samu));
    desk.next(
        "\"card\"", "\"service\":\"15\"", "\"rings\":false", "\"answeredAt\":null,\"missedAt\":\"");
    gateway.calls.accept(new CallFact.EmergencyHandoff(CALL, now.minusSeconds(4), samu));
    gateway.calls.accept(new CallFact.RescueAnswered(CALL, now.minusSeconds(1), samu));
    desk.next("\"card\"", "\"rings\":false", "\"service\":\"15\"");
  }
}
