package org.hotline115.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorityRuleFilesTest {

  @TempDir private Path folder;

  @Test
  void theShippedGridsAreRead() {
    List<PriorityRuleSet> shipped = PriorityRuleFiles.read(Path.of("../config/rules"));

    assertThat(shipped).extracting(PriorityRuleSet::code).containsExactly("ile-de-france-2024");
    assertThat(shipped.getFirst().of(Set.of(PriorityReason.VIOLENCE_VICTIM)).level()).isEqualTo(2);
  }

  @Test
  void allProblemsOfAllFilesAreToldTogether() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        "code: A!\nlabelFr: A\nlabelEn: A\nsource: ''\nlevels: []\ncolour: red\n");
    Files.writeString(
        folder.resolve("b.yaml"),
        "code: b\nlabelFr: B\nlabelEn: B\nsource: ''\nlevels:\n  - anyOf: [RICH]\n");
    Files.writeString(
        folder.resolve("c.yaml"),
        "code: neutral\nlabelFr: C\nlabelEn: C\nsource: ''\nlevels: []\n");
    Files.writeString(folder.resolve("d.yaml"), "code: [\n");

    List<String> problems =
        catchThrowableOfType(ConfigRefused.class, () -> PriorityRuleFiles.read(folder)).problems();

    assertThat(problems)
        .anyMatch(problem -> problem.startsWith("a.yaml: colour: is not a setting"))
        .anyMatch(problem -> problem.startsWith("a.yaml: the file: code must be"))
        .anyMatch(problem -> problem.startsWith("b.yaml: levels[0].anyOf[0]: must be one of"))
        .anyMatch(problem -> problem.startsWith("c.yaml: code: neutral is taken"))
        .anyMatch(problem -> problem.startsWith("d.yaml: the file: is not YAML"));
  }

  @Test
  void aMissingFolderHasNoGrids() {
    assertThat(PriorityRuleFiles.read(folder.resolve("nowhere"))).isEmpty();
  }
}
