package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One shift leaves a note and a task, the next reads, takes and does them, by keyboard. */
@Timeout(420)
class HandoverJourney {

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void whatOneShiftLeavesTheNextReadsAndDoes() {
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    claire.open("/handover").sees("#main", "Rien depuis deux nuits");
    claire.at("#entry-words").focus();
    claire.page().keyboard().type("Le foyer ferme, rappeler le 06 39 98 12 78");
    claire.sees("#entry-risks", "numéro de téléphone").readsWell("handover-risk");
    claire.press("Control+a").page().keyboard().type("Le foyer <b>ferme</b> à 22 h");
    assertThat(claire.at("#entry-risks .problem")).hasCount(0);
    claire.press("Tab").press("Enter").sees(".book", "Le foyer <b>ferme</b> à 22 h");
    claire.at("#task-words").focus();
    claire.page().keyboard().type("Vérifier les couvertures");
    claire.press("Enter").sees(".tasks", "Vérifier les couvertures");
    claire.readsWell("handover-left");

    Screen karim = stage.screen(ColorScheme.DARK, "fr").signIn("karim");
    karim.open("/handover").sees(".book li[data-unread=true]", "pas encore lu");
    karim.readsWell("handover-unread");
    karim.at(".book .entry-foot button").focus();
    karim.press("Enter").sees(".book .entry-foot", "lu par");
    karim.at(".task-acts select").selectOption("karim");
    karim.sees("#main [role=status] >> nth=0", "C’est confié");
    karim.at(".task-acts button").focus();
    karim.press("Enter").sees(".tasks li[data-done=true]", "fait par");
    karim.readsWell("handover-done");
    claire.leave();
    karim.leave();
  }
}
