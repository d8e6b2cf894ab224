package org.hotline115.callflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptTest {

  /** Sentences that are said in parts, or in one of several ways: their prompts share a number. */
  private static final Set<String> IN_PARTS = Set.of("p07", "p08");

  @Test
  void aNumberNamesOnePromptSoThatWhoRecordsThemMixesNoneUp() {
    Map<String, List<String>> byNumber =
        Stream.of(Prompt.values())
            .map(Prompt::id)
            .collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf('_'))));

    byNumber.keySet().removeAll(IN_PARTS);

    assertThat(byNumber).allSatisfy((number, prompts) -> assertThat(prompts).hasSize(1));
  }
}
