package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackWish;
import org.hotline115.callflow.callback.PromiseResult;
import org.hotline115.callflow.caller.PhoneNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What desks see of promises and may say about one. */
class CallbackRoutesIT {

  @TempDir static Path folder;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static Callback promise(String number) {
    PromiseResult result =
        gateway
            .callbacks
            .promiseCallback()
            .promise(
                new CallbackWish(
                    new CallId("hotline1-" + number.substring(1)),
                    "public",
                    "public",
                    new PhoneNumber(number),
                    "fr",
                    Instant.now(),
                    new Answers(3, 2, "34000"),
                    false,
                    CallbackChannel.VOICE));
    return ((PromiseResult.Promised) result).callback();
  }

  @Test
  void whatIsOwedIsToldWithItsAgeAndWithoutItsNumber() {
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket desk = claire.live();
    desk.next("\"hello\"");
    Callback owed = promise("+33465710061");

    assertThat(claire.get("/api/callbacks").body())
        .contains("\"code\":\"" + owed.code() + "\"", "\"people\":3", "\"where\":\"34000\"")
        .contains("04 •• •• •• 61")
        .doesNotContain("65710061");
    desk.next("\"promises\"", "04 •• •• •• 61");
  }

  @Test
  void aCancelledPromiseIsOwedNoMore() {
    TestBrowser claire = gateway.browser().signIn("claire");
    Callback owed = promise("+33465710062");
    String path = "/api/callbacks/" + owed.id() + "/";

    assertThat(claire.post(path + "machine", "{}").status()).isEqualTo(409);
    assertThat(claire.post(path + "cancel", "{}").body()).contains("CANCELLED_BY_CALLER");
    assertThat(claire.get("/api/callbacks").body()).doesNotContain("\"" + owed.code() + "\"");
  }

  @Test
  void anIdThatIsNoneIsNotFoundAndSheltersSeeNothing() {
    TestBrowser claire = gateway.browser().signIn("claire");
    for (String id : new String[] {"0", "-1", "x", "1e3", "99999999999999999999", "..%2Fx"}) {
      assertThat(claire.post("/api/callbacks/" + id + "/cancel", "{}").status())
          .as(id)
          .isEqualTo(404);
    }
    assertThat(gateway.browser().signIn("lilas").get("/api/callbacks").status()).isEqualTo(403);
    assertThat(gateway.browser().get("/api/callbacks").status()).isEqualTo(401);
  }
}
