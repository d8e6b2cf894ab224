package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who cannot hear writes; at his turn the agent answers on the card, by keyboard. */
class TextThreadJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final PhoneNumber NUMBER = new PhoneNumber("+33639980118");

  @TempDir private Path folder;

  private TestGateway gateway;
  private Browsers browsers;

  @BeforeEach
  void start() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
  }

  @AfterEach
  void stop() {
    Assertions.assertThat(browsers.broken()).isEmpty();
    browsers.close();
    gateway.close();
  }

  private void writes(String id, String words) {
    gateway
        .messages
        .receiveText()
        .run(id, new Recipient(gateway.callers.identityOf(NUMBER).key(), NUMBER), words);
  }

  /** At his turn, as the exchange tells it of a promise in writing. */
  private void hisTurn() {
    Callback promise = gateway.callbacks.keepPromises().owed().getFirst();
    CallId call = new CallId("cb-" + promise.id().value() + "-1");
    Instant now = Instant.now();
    gateway.calls.accept(
        new CallFact.Arrived(
            call, now.minusSeconds(9), "public", gateway.callers.identityOf(NUMBER)));
    gateway.calls.accept(new CallFact.EnteredQueue(call, now.minusSeconds(9), "public", 1));
    gateway.calls.accept(new CallFact.AgentConnected(call, now.minusSeconds(4), CLAIRE, 1));
    gateway.calls.accept(new CallFact.PersonDialled(call, now.minusSeconds(3)));
    gateway.calls.accept(new CallFact.PersonReached(call, now.minusSeconds(3)));
  }

  private static Locator text(Locator thread, String words) {
    return thread.locator("li", new Locator.LocatorOptions().setHasText(words));
  }

  @Test
  void whatHeWritesIsOnTheCardAndTheAnswerLeavesWithItsCost() {
    writes("SMthread0001", "Sourd");
    TestGateway.await("he has his place", () -> !gateway.callbacks.keepPromises().owed().isEmpty());
    writes("SMthread0002", "je suis à la gare, <b>deux</b> enfants");
    Page claire = browsers.page(ColorScheme.DARK, "fr");
    Pages.signIn(claire, gateway, "/", "claire");
    hisTurn();

    Locator thread = claire.locator("text-thread");
    assertThat(text(thread, "je suis à la gare, <b>deux</b> enfants")).isVisible();
    Locator answer = thread.locator("textarea");
    answer.fill("Bonjour, une place pour vous trois aux Lilas.");
    assertThat(thread.locator("form [role=status]")).containsText("1");
    Pages.readsWell(claire, "text-thread-dark");
    claire.keyboard().press("Tab");
    claire.keyboard().press("Enter");

    assertThat(thread.locator("li[data-ours=true]").last())
        .containsText("115: Bonjour, une place pour vous trois aux Lilas.");
    assertThat(answer).hasValue("");
    assertThat(thread.locator("[role=alert]")).isEmpty();
    writes("SMthread0003", "merci");
    assertThat(text(thread, "merci")).isInViewport();
    Pages.readsWell(claire, "text-thread-answered");
    claire.context().close();
  }
}
