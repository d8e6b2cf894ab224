package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {

  @TempDir Path folder;

  @Test
  void aPromptIsPlayedByItsFilesAndHasALength() {
    Prompts prompts = Prompts.in(FakePrompts.in(folder));

    assertThat(prompts.files(Prompt.P01_WELCOME, Language.FR))
        .containsExactly("hotline/p01_welcome");
    assertThat(prompts.length(Prompt.P05_ESTIMATE, Language.EN, 2))
        .isEqualTo(Duration.ofMillis(5_500));
  }

  @Test
  void aNumberIsCountedAndOneTooHighIsSaidDigitByDigit() {
    Prompts prompts = Prompts.in(FakePrompts.in(folder));

    assertThat(prompts.number(2, Language.FR)).containsExactly("hotline/number/2");
    assertThat(prompts.number(1021, Language.FR))
        .containsExactly(
            "hotline/number/1", "hotline/number/0", "hotline/number/2", "hotline/number/1");
    assertThat(prompts.length("0121", Language.EN)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() throws IOException {
    FakePrompts.in(folder);
    Files.delete(folder.resolve("fr/hotline/p02_danger.wav"));
    Files.delete(folder.resolve("en/hotline/number/1.wav"));

    assertThatThrownBy(() -> Prompts.in(folder))
        .isInstanceOf(Prompts.PromptsMissing.class)
        .hasMessageContaining("fr/hotline/p02_danger.wav")
        .hasMessageContaining("en/hotline/number/1.wav");
  }

  @Test
  void aMissingListIsNamedWithAllThatItShouldList() {
    assertThatThrownBy(() -> Prompts.in(folder))
        .hasMessageContaining("prompts.json")
        .hasMessageContaining("fr/p01_welcome");
  }
}
