package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A household gets nothing tonight: the desk asks why and whether the request goes on, and closes,
 * all from the keyboard; what was said is what the records say.
 */
@Timeout(300)
class ClosingJourney {

  private static final String CLOSE = "Control+Shift+Enter";
  private static final String OPEN_CONTACT =
      """
      async () => {
        const { api } = await import('/app/api.js');
        return (await api('GET', '/api/contacts?state=open'))[0].contactId;
      }\
      """;
  private static final String REQUEST_OF =
      """
      async (contactId) => {
        const { api } = await import('/app/api.js');
        const { request } = await api('GET', `/api/contacts/${contactId}/request`);
        return request && `${request.status} ${request.unmetReason} ${request.unmetSubReasons.toSorted()} ${request.keepOpen}`;
      }\
      """;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void theBoardSaysWhyAndTwoKeysCloseTheContact() {
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    String contact = somebodyAtTheCounter(claire);
    claire.at("#contact-householdType").selectOption("COUPLE_WITH_CHILD");
    claire.at(".segments button:has-text('Chien')").click();
    claire.sees("save-state", "enregistré il y a");

    claire.press(CLOSE).sees(".unmet", "absence de place compatible");
    assertThat(claire.at("#unmet-reason")).hasValue("NO_COMPATIBLE_PLACE");
    assertThat(claire.at(".unmet .main")).isFocused();
    claire.readsWell("closing-suggested");
    assertThat(request(claire, contact)).as("asking writes nothing").isNull();
    claire.press("Enter");

    isClosed(claire);
    assertThat(request(claire, contact))
        .startsWith("UNMET NO_COMPATIBLE_PLACE ")
        .contains("HOUSEHOLD_SIZE", "PET")
        .endsWith(" true");
    claire.leave();
  }

  @Test
  void whereSomethingFitsOnlyAPersonKnowsWhy() {
    Screen karim = stage.screen(ColorScheme.DARK, "en").signIn("karim");
    String contact = somebodyAtTheCounter(karim);

    karim.press(CLOSE);
    assertThat(karim.at("#unmet-reason")).isFocused();
    karim.press("Tab").press("Enter").sees(".unmet", "Choose, or close without a reason");
    assertThat(karim.at("#unmet-reason")).isFocused();
    karim.readsWell("closing-asked");
    karim.page().keyboard().type("Ref");
    assertThat(karim.at("#unmet-reason")).hasValue("REFUSED_BY_PERSON");
    karim.press("Tab").press("Tab").press("Enter");

    isClosed(karim);
    assertThat(request(karim, contact)).isEqualTo("UNMET REFUSED_BY_PERSON  false");
    karim.leave();
  }

  @Test
  void theWayBackLeadsToTheFormAndNobodyIsKeptFromClosing() {
    Screen claire = stage.screen(ColorScheme.DARK, "fr").signIn("claire");
    String contact = somebodyAtTheCounter(claire);

    claire.press(CLOSE);
    assertThat(claire.at("#unmet-reason")).isFocused();
    claire.press("Escape");
    assertThat(claire.at("unmet-question")).hasCount(0);
    assertThat(claire.at("contact-form .foot > .main")).isFocused();
    assertThat(request(claire, contact)).as("the way back writes nothing").isNull();
    claire.press("Enter").at(".unmet .link").first().click();

    isClosed(claire);
    assertThat(request(claire, contact))
        .as("it is open, and nobody decided")
        .isEqualTo("OPEN null  false");
    claire.leave();
  }

  private static String somebodyAtTheCounter(Screen agent) {
    agent.at(".place").first().waitFor();
    agent.at(".wide-button").first().click();
    agent.at("#contact-callerKind").waitFor();
    return (String) agent.page().evaluate(OPEN_CONTACT);
  }

  private static String request(Screen agent, String contact) {
    return (String) agent.page().evaluate(REQUEST_OF, contact);
  }

  private static void isClosed(Screen agent) {
    assertThat(agent.at("contact-form form")).hasCount(0);
    assertThat(agent.at(".problem-line")).isEmpty();
  }
}
